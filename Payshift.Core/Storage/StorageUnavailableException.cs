namespace Payshift.Core.Storage;

/// <summary>Table Storage did not take or give what was asked. Trying again later is safe: recording is idempotent.</summary>
public sealed class StorageUnavailableException(string message, Exception inner) : Exception(message, inner);
