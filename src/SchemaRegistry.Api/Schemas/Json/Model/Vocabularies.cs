namespace SchemaRegistry.Api.Schemas.Json.Model;

/// <summary>Groups of keywords that a meta-schema turns on. Before draft 2019-09 all are on.</summary>
[Flags]
internal enum Vocabularies
{
    Core = 0,
    Applicator = 1,
    Validation = 2,
    Unevaluated = 4,
    FormatAssertion = 8,

    /// <summary>What every draft's own meta-schema turns on: all but the assertion of formats.</summary>
    Standard = Applicator | Validation | Unevaluated,
}
