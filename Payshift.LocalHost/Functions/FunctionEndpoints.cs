using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Payshift.LocalHost.Keys;

namespace Payshift.LocalHost.Functions;

/// <summary>Maps HTTP functions to endpoints.</summary>
internal static class FunctionEndpoints
{
    /// <remarks>
    /// The endpoints' order is the functions' alphabetical one, as in the real host: there the first match wins, and
    /// a route that steals another's requests is to be found here, not in Azure.
    /// </remarks>
    public static void MapFunctions(this IEndpointRouteBuilder endpoints, IReadOnlyList<HttpFunction> functions, HostKey key)
    {
        for (var order = 0; order < functions.Count; order++)
        {
            var function = functions[order];
            var invoke = CreateDelegate(endpoints.ServiceProvider, function);
            var handler = function.AuthLevel == AuthorizationLevel.Anonymous ? invoke : key.Guard(invoke);
            endpoints.MapMethods(function.Route, function.Methods, handler)
                .WithOrder(order)
                .WithDisplayName(function.Name)
                .WithMetadata(function);
        }
    }

    /// <summary>A wrong method is answered with 404, as by the real host; ASP.NET Core would say 405.</summary>
    public static void UseNotFoundForWrongMethods(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // Every mapped endpoint is a route; the one that routing puts in for a wrong method is not.
        if (context.GetEndpoint() is null or RouteEndpoint)
        {
            return next(context);
        }

        context.SetEndpoint(null);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });

    private static RequestDelegate CreateDelegate(IServiceProvider services, HttpFunction function)
    {
        var create = ActivatorUtilities.CreateFactory(function.Method.DeclaringType!, Type.EmptyTypes);
        var options = new RequestDelegateFactoryOptions
        {
            ServiceProvider = services,
            RouteParameterNames = RoutePatternFactory.Parse(function.Route).Parameters.Select(parameter => parameter.Name),
        };
        return RequestDelegateFactory.Create(function.Method, context => create(context.RequestServices, null), options).RequestDelegate;
    }
}
