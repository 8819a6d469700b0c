namespace Instrumentation.Analyzers.Rules.Cardinality;

/// <summary>Names that say "many values" to a reader: <c>user_id</c>, <c>email</c>, <c>url.full</c>. No proof, and so only information.</summary>
internal static class SuggestiveNames
{
    private static readonly HashSet<string> s_last = new(StringComparer.OrdinalIgnoreCase)
    {
        "email", "mail", "ip", "url", "uri", "path", "guid", "uuid", "token", "username", "login", "phone", "timestamp", "filename", "filepath", "querystring", "sql", "stacktrace", "userid", "sessionid",
        "requestid", "traceid", "spanid", "correlationid", "orderid", "customerid", "accountid", "messageid", "deviceid", "transactionid", "tenantid", "clientip", "ipaddress", "emailaddress", "useragent",
    };

    private static readonly HashSet<string> s_owners = new(StringComparer.OrdinalIgnoreCase)
    {
        "user", "enduser", "customer", "account", "order", "session", "request", "correlation", "trace", "span", "transaction", "message", "device", "tenant", "client", "product", "item", "document", "job",
        "invoice", "payment", "cart", "visitor", "member", "person", "employee", "patient", "player", "conversation", "chat", "operation", "connection", "subscription", "file", "blob", "entity", "record", "object",
    };

    private static readonly HashSet<string> s_pairs = new(StringComparer.OrdinalIgnoreCase)
    {
        "url full", "user name", "user agent", "exception message", "exception stacktrace", "error message", "stack trace", "client address", "ip address", "email address", "phone number", "query string", "file name", "db statement", "query text",
    };

    /// <summary>Whether the last words of a name say it.</summary>
    public static bool Contain(string name)
    {
        var words = Words(name);
        if (words.Count == 0)
        {
            return false;
        }

        var last = words[words.Count - 1];
        return s_last.Contains(last)
            || (words.Count > 1 && words[words.Count - 2] is var before && (string.Equals(last, "id", StringComparison.OrdinalIgnoreCase) ? s_owners.Contains(before) : s_pairs.Contains(before + " " + last)));
    }

    private static List<string> Words(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            var ends = i == name.Length || !char.IsLetterOrDigit(name[i]);
            if (ends || (i > start && char.IsUpper(name[i]) && !char.IsUpper(name[i - 1])))
            {
                if (i > start)
                {
                    words.Add(name.Substring(start, i - start));
                }

                start = ends ? i + 1 : i;
            }
        }

        return words;
    }
}
