using Payshift.OpenApi;

// ./dev openapi: writes the description of the routes to the file that is named.
File.WriteAllText(args[0], OpenApiDocument.Write());
