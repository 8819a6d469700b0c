namespace SchemaRegistry.Api.Schemas.Json.Model;

/// <summary>How schemas stand in a keyword's value.</summary>
internal enum SubschemaShape
{
    /// <summary>The value is a schema.</summary>
    One,

    /// <summary>An array of schemas.</summary>
    Many,

    /// <summary>A schema or an array of schemas.</summary>
    OneOrMany,

    /// <summary>An object of schemas; members of another kind are not schemas.</summary>
    Map,
}
