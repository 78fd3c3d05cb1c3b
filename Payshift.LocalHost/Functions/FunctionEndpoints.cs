using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Payshift.LocalHost.Keys;

namespace Payshift.LocalHost.Functions;

/// <summary>The endpoints of HTTP functions.</summary>
internal static class FunctionEndpoints
{
    /// <remarks>
    /// Endpoints are matched in the alphabetical order of their functions, as in the real host, where the first match wins.
    /// A route that takes another's requests therefore shows up here and not first in Azure.
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

    /// <summary>Answers a wrong method with 404, as the real host does; ASP.NET Core would answer 405.</summary>
    public static void UseNotFoundForWrongMethods(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // Every mapped endpoint is a RouteEndpoint. The one that routing inserts for a wrong method is not.
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
