namespace SchemaRegistry.Api.Storage;

/// <summary>The database cannot be opened; the message says which file, why, and what to do.</summary>
internal sealed class DatabaseException(string message, Exception? reason = null) : Exception(message, reason);
