namespace SchemaRegistry.Api.Schemas.Protobuf;

/// <summary>What one schema or document may ask for. The first two are protoc's own; the others are far above what real schemas need.</summary>
internal static class ProtobufLimits
{
    /// <summary>How deep messages may nest in a text.</summary>
    public const int MessageDepth = 32;

    /// <summary>How long a package name may be.</summary>
    public const int PackageLength = 511;

    /// <summary>How deep option values and documents may nest.</summary>
    public const int ValueDepth = 100;

    /// <summary>How long a name may be.</summary>
    public const int NameLength = 4096;

    /// <summary>How many files one schema may import, directly and indirectly.</summary>
    public const int Files = 1000;

    /// <summary>How many characters of names may be made and compared while one schema is linked.</summary>
    public const long LinkWork = 200_000_000;

    /// <summary>How many pairs of fields one comparison may look at.</summary>
    public const int ComparedFields = 1_000_000;

    /// <summary>How many errors of one document are told.</summary>
    public const int Errors = 100;
}
