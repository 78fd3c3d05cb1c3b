namespace Microsoft.Azure.Functions.Worker;

/// <summary>Who may call an HTTP function. The same values as the worker's.</summary>
public enum AuthorizationLevel
{
    Anonymous = 0,
    User = 1,
    Function = 2,
    System = 3,
    Admin = 4,
}
