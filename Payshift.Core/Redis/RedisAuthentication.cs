namespace Payshift.Core.Redis;

/// <summary>The way this process authenticates to Redis.</summary>
public enum RedisAuthentication
{
    /// <summary>With the password of the connection string, or with none.</summary>
    Password,

    /// <summary>With tokens of Microsoft Entra ID: Azure Managed Redis without access keys.</summary>
    Entra,
}
