namespace SchemaRegistry.Api.Transfer;

/// <summary>A file that cannot be imported or restored, or a registry that cannot take it; the message says what and how to mend it.</summary>
internal sealed class TransferException(string message, Exception? inner = null) : Exception(message, inner);
