using System.Reflection;

namespace Payshift.LocalHost.Functions;

/// <summary>A function that a schedule calls, as its attributes describe it.</summary>
/// <param name="Schedule">As written: it may name settings.</param>
internal sealed record TimerFunction(string Name, MethodInfo Method, string Schedule);
