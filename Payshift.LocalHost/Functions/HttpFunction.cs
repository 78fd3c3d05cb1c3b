using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Payshift.LocalHost.Functions;

/// <summary>A function with an HTTP trigger, as its attributes describe it.</summary>
internal sealed record HttpFunction(
    string Name, MethodInfo Method, string Route, IReadOnlyList<string> Methods, AuthorizationLevel AuthLevel);
