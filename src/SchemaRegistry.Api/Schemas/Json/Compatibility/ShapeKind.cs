namespace SchemaRegistry.Api.Schemas.Json.Compatibility;

/// <summary>What a schema mainly is. Schemas of different kinds are not compared further.</summary>
internal enum ShapeKind
{
    /// <summary>Allows everything.</summary>
    Empty,

    /// <summary>Allows nothing.</summary>
    False,
    Null,
    Boolean,
    Number,
    String,
    Array,
    Object,
    Enum,
    Const,
    Not,
    Conditional,

    /// <summary>Several schemas of which all, any or one must hold.</summary>
    Combined,

    /// <summary>Stands for another schema.</summary>
    Reference,
}
