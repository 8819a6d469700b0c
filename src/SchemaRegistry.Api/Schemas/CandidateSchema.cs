using SchemaRegistry.Api.Schemas.Formats;

namespace SchemaRegistry.Api.Schemas;

/// <summary>A schema of a client that was read.</summary>
/// <param name="Schema">What is to be stored: its text is that of the client, unless it was to be normalized or came in the binary form of its language.</param>
/// <param name="Parsed">What it says.</param>
/// <param name="IdentityText">What counts of its text.</param>
internal sealed record CandidateSchema(NewSchema Schema, IParsedSchema Parsed, string IdentityText)
{
    /// <summary>Which schema it is.</summary>
    public SchemaIdentity Identity => SchemaIdentity.Of(Schema, IdentityText);
}
