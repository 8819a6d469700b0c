namespace SchemaRegistry.Api.Subjects;

internal static class DeletedVersionsExtensions
{
    /// <summary>The filter that a request asks for; who wants deleted ones only has said more.</summary>
    public static DeletedVersions Filter(bool? deleted, bool? deletedOnly = null) =>
        deletedOnly == true ? DeletedVersions.Only : deleted == true ? DeletedVersions.Included : DeletedVersions.Hidden;

    /// <summary>Lowest value of the column <c>deleted</c> that passes.</summary>
    public static int Least(this DeletedVersions deleted) => deleted == DeletedVersions.Only ? 1 : 0;

    /// <summary>Highest value of the column <c>deleted</c> that passes.</summary>
    public static int Most(this DeletedVersions deleted) => deleted == DeletedVersions.Hidden ? 0 : 1;
}
