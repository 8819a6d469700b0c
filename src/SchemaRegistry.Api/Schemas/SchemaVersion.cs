using System.Text;

namespace SchemaRegistry.Api.Schemas;

/// <summary>A version of a subject.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Version">The number of the version.</param>
/// <param name="Text">The text exactly as sent for this version; it may differ in white space from that of the schema.</param>
/// <param name="Schema">The schema that the version shares with others of the same identity.</param>
/// <param name="Registered">When it was registered.</param>
/// <param name="IsDeleted">Whether it is deleted, but can still be read by who asks for deleted ones.</param>
internal sealed record SchemaVersion(string Subject, int Version, string Text, StoredSchema Schema, DateTimeOffset Registered, bool IsDeleted)
{
    /// <summary>A number that no other version has or had.</summary>
    public long Key { get; init; }

    /// <summary>Length of the text in UTF-8.</summary>
    public int SizeInBytes => Encoding.UTF8.GetByteCount(Text);
}
