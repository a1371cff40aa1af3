namespace Pga.TdsServer.TSql;

internal sealed partial class Parser
{
    private static readonly string[] EndsSource = ["WHERE", "GROUP", "HAVING", "ORDER", "ON", "INNER", "LEFT", "RIGHT", "FULL", "CROSS", "OUTER", "JOIN", "UNION", "EXCEPT", "INTERSECT", "OFFSET", "FOR", "OUTPUT", "WHEN", "USING", "SET"];

    /// <summary>The variables that a query's columns are assigned to, when it is one that assigns.</summary>
    private List<string>? _assigned;

    private string Query()
    {
        var text = Branch();
        while (true)
        {
            if (Take("UNION", "ALL"))
                text += " UNION ALL " + Branch();
            else if (Take("UNION"))
                text += " UNION " + Branch();
            else if (Take("EXCEPT"))
                text += " EXCEPT " + Branch();
            else if (Take("INTERSECT"))
                text += " INTERSECT " + Branch();
            else
                break;
        }

        if (IsNext("ORDER"))
            text += " " + OrderBy() + Page();
        return text;
    }

    private string Branch()
    {
        if (IsNext("("))
            return Parenthesised();
        var select = Select(out var limit);
        if (limit is null)
            return select;
        // TOP counts after this branch's own order.
        var order = IsNext("ORDER") ? " " + OrderBy() : "";
        return $"({select}{order} LIMIT {limit})";
    }

    private string Select(out string? limit)
    {
        Expect("SELECT");
        var text = "SELECT ";
        if (Take("DISTINCT"))
            text += "DISTINCT ";
        limit = null;
        if (Take("TOP"))
        {
            limit = Take("(") ? Expression() : Take().Text;
            Take(")");
        }

        text += string.Join(", ", List(Item));
        if (Take("FROM"))
            text += " FROM " + string.Join(", ", List(Sources));
        if (Take("WHERE"))
            text += " WHERE " + Expression();
        if (Take("GROUP", "BY"))
            text += " GROUP BY " + string.Join(", ", List(Expression));
        if (Take("HAVING"))
            text += " HAVING " + Expression();
        return text;
    }

    private string Item()
    {
        if (Here.Kind == TokenKind.Variable && Ahead().Is("="))
        {
            (_assigned ??= []).Add(Take().Text);
            Expect("=");
            return Expression();
        }

        var value = Here.Is("*") ? Take().Text : Expression();
        return value + Alias();
    }

    private string Alias()
    {
        if (Take("AS"))
            return " AS " + Names.Quote(Name());
        return Here.Kind == TokenKind.Quoted ? " AS " + Names.Quote(Name()) : "";
    }

    private string OrderBy()
    {
        Expect("ORDER", "BY");
        return "ORDER BY " + string.Join(", ", List(() =>
        {
            var value = Expression();
            // SQL Server takes NULL for the lowest value.
            if (Take("DESC"))
                return value + " DESC NULLS LAST";
            Take("ASC");
            return value + " NULLS FIRST";
        }));
    }

    private string Page()
    {
        if (!Take("OFFSET"))
            return "";
        var text = " OFFSET " + Additive();
        if (!Take("ROWS"))
            Expect("ROW");
        if (!Take("FETCH", "NEXT") && !Take("FETCH", "FIRST"))
            return text;
        text += " LIMIT " + Additive();
        if (!Take("ROWS"))
            Expect("ROW");
        Expect("ONLY");
        return text;
    }

    private string Sources()
    {
        var text = Source();
        while (true)
        {
            if (Take("CROSS", "JOIN"))
                text += " CROSS JOIN " + Source();
            else if (Take("CROSS", "APPLY"))
                text += " CROSS JOIN LATERAL " + Source();
            else if (Take("OUTER", "APPLY"))
                text += $" LEFT JOIN LATERAL {Source()} ON TRUE";
            else if (Take("INNER", "JOIN") || Take("JOIN"))
                text += " INNER JOIN " + Joined();
            else if (Take("LEFT", "JOIN") || Take("LEFT", "OUTER", "JOIN"))
                text += " LEFT JOIN " + Joined();
            else if (Take("RIGHT", "JOIN"))
                text += " RIGHT JOIN " + Joined();
            else if (Take("FULL", "JOIN"))
                text += " FULL JOIN " + Joined();
            else
                return text;
        }
    }

    private string Joined()
    {
        var source = Source();
        Expect("ON");
        return $"{source} ON {Expression()}";
    }

    private string Source()
    {
        string text;
        if (IsNext("OPENJSON"))
            text = OpenJson();
        else if (IsNext("(", "VALUES"))
            text = Values();
        else if (IsNext("(") && (Ahead().Is("SELECT") || Ahead().Is("(")))
            text = Subquery();
        else
            text = TableName();
        var alias = Take("AS") || (Here.Kind is TokenKind.Quoted or TokenKind.Word && !EndsSource.Any(Here.Is)) ? " AS " + Names.Quote(Name()) : "";
        return alias.Length > 0 && IsNext("(") ? $"{text}{alias} ({string.Join(", ", NamesInBrackets())})" : text + alias;
    }

    private string Subquery()
    {
        Expect("(");
        var inner = IsNext("SELECT") ? Query() : Sources();
        Expect(")");
        return $"({inner})";
    }

    private string Values()
    {
        Expect("(", "VALUES");
        var rows = List(() => $"({string.Join(", ", Bracketed(Expression))})");
        Expect(")");
        return $"(VALUES {string.Join(", ", rows)})";
    }

    private string OpenJson()
    {
        Expect("OPENJSON", "(");
        var json = Expression();
        if (Take(","))
            Expression();
        Expect(")");
        var elements = $"jsonb_array_elements(CAST(CAST({json} AS text) AS jsonb)) WITH ORDINALITY AS e (v, n)";
        if (!Take("WITH"))
            return $"(SELECT CAST(CAST(n - 1 AS text) AS citext) AS key, CAST(v #>> '{{}}' AS citext) AS value FROM {elements})";
        var columns = Bracketed(() =>
        {
            var name = Names.Quote(Name());
            var type = DataType();
            if (Here.Kind is TokenKind.Text or TokenKind.UnicodeText && Take().Text != "$")
                throw Unknown("A path in OPENJSON");
            return $"CAST(v #>> '{{}}' AS {type}) AS {name}";
        });
        return $"(SELECT {string.Join(", ", columns)} FROM {elements})";
    }
}
