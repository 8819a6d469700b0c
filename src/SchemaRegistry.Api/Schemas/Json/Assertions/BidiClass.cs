namespace SchemaRegistry.Api.Schemas.Json.Assertions;

/// <summary>In which direction a character is written, as far as host names ask.</summary>
internal enum BidiClass
{
    /// <summary>L.</summary>
    Left,

    /// <summary>R and AL, which the rules never tell apart.</summary>
    Right,

    /// <summary>AN.</summary>
    ArabicNumber,

    /// <summary>EN.</summary>
    EuropeanNumber,

    /// <summary>NSM.</summary>
    Mark,

    /// <summary>ES, CS, ET, ON and BN.</summary>
    Neutral,
}
