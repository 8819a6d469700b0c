namespace Instrumentation.Analyzers.Rules.Cardinality;

/// <summary>Names that say "many values" to a reader: <c>user_id</c>, <c>email</c>, <c>url.full</c>. No proof, and so only information.</summary>
internal static class SuggestiveNames
{
    private static readonly string[] s_last =
    [
        "email", "mail", "ip", "url", "uri", "path", "guid", "uuid", "token", "username", "login", "phone", "timestamp", "filename", "filepath", "querystring", "sql", "stacktrace", "userid", "sessionid",
        "requestid", "traceid", "spanid", "correlationid", "orderid", "customerid", "accountid", "messageid", "deviceid", "transactionid", "tenantid", "clientip", "ipaddress", "emailaddress", "useragent",
    ];

    private static readonly string[] s_owners =
    [
        "user", "enduser", "customer", "account", "order", "session", "request", "correlation", "trace", "span", "transaction", "message", "device", "tenant", "client", "product", "item", "document", "job",
        "invoice", "payment", "cart", "visitor", "member", "person", "employee", "patient", "player", "conversation", "chat", "operation", "connection", "subscription", "file", "blob", "entity", "record", "object",
    ];

    private static readonly (string First, string Last)[] s_pairs =
    [
        ("url", "full"), ("user", "name"), ("user", "agent"), ("exception", "message"), ("exception", "stacktrace"), ("error", "message"), ("stack", "trace"), ("client", "address"), ("ip", "address"),
        ("email", "address"), ("phone", "number"), ("query", "string"), ("file", "name"), ("db", "statement"), ("query", "text"),
    ];

    /// <summary>Whether the last words of a name say it.</summary>
    public static bool Contain(string name)
    {
        var (before, last) = LastWords(name);
        return s_last.Any(word => Is(name, last, word))
            || (Is(name, last, "id") ? s_owners.Any(owner => Is(name, before, owner)) : s_pairs.Any(pair => Is(name, last, pair.Last) && Is(name, before, pair.First)));
    }

    // Where they stand: a copy of each word of each name would be thrown away.
    private static ((int Start, int Length) Before, (int Start, int Length) Last) LastWords(string name)
    {
        var (before, last) = ((Start: 0, Length: 0), (Start: 0, Length: 0));
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            var ends = i == name.Length || !char.IsLetterOrDigit(name[i]);
            if (ends || (i > start && char.IsUpper(name[i]) && !char.IsUpper(name[i - 1])))
            {
                (before, last) = i > start ? (last, (start, i - start)) : (before, last);
                start = ends ? i + 1 : i;
            }
        }

        return (before, last);
    }

    private static bool Is(string name, (int Start, int Length) place, string word) =>
        place.Length == word.Length && string.Compare(name, place.Start, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0;
}
