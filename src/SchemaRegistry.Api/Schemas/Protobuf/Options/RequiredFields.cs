namespace SchemaRegistry.Api.Schemas.Protobuf.Options;

/// <summary>Checks that the required fields of a value are there.</summary>
internal static class RequiredFields
{
    /// <exception cref="SchemaSyntaxException">One is missing.</exception>
    public static void Check(MessageValue message, int offset)
    {
        if (message.Type.Fields.Find(field => field.IsRequired && message.Find(field.Number) is null) is { } missing)
        {
            throw new SchemaSyntaxException(offset, $"the required field \"{missing.FullName}\" is missing");
        }

        foreach (var value in message.Fields.SelectMany(static field => field.Values).OfType<MessageValue>())
        {
            Check(value, offset);
        }
    }
}
