namespace SchemaRegistry.Api.Subjects;

/// <summary>A part of a list; a negative limit means all of it.</summary>
internal readonly record struct Page(int Offset, int Limit)
{
    public static Page Of(int? offset, int? limit) => new(Math.Max(offset ?? 0, 0), limit ?? -1);
}
