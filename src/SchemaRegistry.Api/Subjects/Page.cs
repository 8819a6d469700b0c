namespace SchemaRegistry.Api.Subjects;

/// <summary>A part of a list; a limit of 0 or less means all of it.</summary>
internal readonly record struct Page(int Offset, int Limit)
{
    public static Page Of(int? offset, int? limit) => new(Math.Max(offset ?? 0, 0), limit is > 0 ? limit.Value : -1);

    public IReadOnlyList<T> Cut<T>(IEnumerable<T> items) => [.. items.Skip(Offset).Take(Limit < 0 ? int.MaxValue : Limit)];
}
