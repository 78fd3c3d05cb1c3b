using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Payshift.LocalHost.Startup;

namespace Payshift.LocalHost.Functions;

/// <summary>The functions that the trigger classes declare, in the order in which the real host matches them.</summary>
internal sealed class FunctionCatalog
{
    private static readonly string[] ReservedSegments = ["admin", "runtime"];

    private FunctionCatalog(IReadOnlyList<HttpFunction> http, IReadOnlyList<TimerFunction> timers)
    {
        Http = http;
        Timers = timers;
    }

    public IReadOnlyList<HttpFunction> Http { get; }

    public IReadOnlyList<TimerFunction> Timers { get; }

    public static FunctionCatalog Read(IEnumerable<Type> types)
    {
        var http = new SortedDictionary<string, HttpFunction>(StringComparer.OrdinalIgnoreCase);
        var timers = new SortedDictionary<string, TimerFunction>(StringComparer.OrdinalIgnoreCase);

        foreach (var method in types.Where(type => type is { IsClass: true, IsAbstract: false }).SelectMany(type => type.GetMethods()))
        {
            if (method.GetCustomAttribute<FunctionAttribute>() is not { Name: var name })
            {
                continue;
            }

            if (http.ContainsKey(name) || timers.ContainsKey(name))
            {
                throw new HostStartException($"Two functions are named {name}.");
            }

            if (Trigger<HttpTriggerAttribute>(method) is { } request)
            {
                http.Add(name, Describe(name, method, request));
            }
            else if (Trigger<TimerTriggerAttribute>(method) is { } timer)
            {
                timers.Add(name, new TimerFunction(name, method, timer.Schedule));
            }
            else
            {
                throw new HostStartException($"The function {name} has no trigger.");
            }
        }

        return new FunctionCatalog([.. http.Values], [.. timers.Values]);
    }

    private static HttpFunction Describe(string name, MethodInfo method, HttpTriggerAttribute trigger)
    {
        var route = trigger.Route ?? name;
        var first = route.TrimStart('/').Split('/')[0];
        if (ReservedSegments.Contains(first, StringComparer.OrdinalIgnoreCase))
        {
            throw new HostStartException($"The function {name} has the route {route}: the Functions host keeps routes that start with {first} for itself.");
        }

        var methods = trigger.Methods is { Length: > 0 } named ? named : [.. AnyMethod];
        return new HttpFunction(name, method, route, [.. methods.Select(verb => verb.ToUpperInvariant())], trigger.AuthLevel);
    }

    private static readonly string[] AnyMethod = ["GET", "POST", "PUT", "DELETE", "HEAD", "PATCH", "OPTIONS"];

    private static TAttribute? Trigger<TAttribute>(MethodInfo method)
        where TAttribute : Attribute =>
        method.GetParameters().Select(parameter => parameter.GetCustomAttribute<TAttribute>()).FirstOrDefault(found => found is not null);
}
