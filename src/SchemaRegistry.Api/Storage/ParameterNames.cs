namespace SchemaRegistry.Api.Storage;

internal static class ParameterNames
{
    private static readonly string[] s_names = ["$1", "$2", "$3", "$4", "$5", "$6", "$7", "$8", "$9"];

    public static string Of(int index) => s_names[index];
}
