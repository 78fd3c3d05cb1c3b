using System.Reflection;

namespace Payshift.LocalHost.Functions;

/// <summary>A function with a timer trigger, as its attributes describe it.</summary>
/// <param name="Schedule">The schedule as written; it may refer to a setting.</param>
internal sealed record TimerFunction(string Name, MethodInfo Method, string Schedule);
