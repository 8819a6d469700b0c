using SchemaRegistry.Api.Schemas.Formats;

namespace SchemaRegistry.Api.Schemas;

/// <summary>A schema of a client that was read.</summary>
/// <param name="Schema">What is to be stored: its text is that of the client, unless it was to be normalized or came in the binary form of its language.</param>
/// <param name="Parsed">What it says.</param>
/// <param name="Identity">Which schema it is.</param>
internal sealed record CandidateSchema(NewSchema Schema, IParsedSchema Parsed, SchemaIdentity Identity);
