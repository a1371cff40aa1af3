namespace Pga.TdsServer.TSql;

internal sealed partial class Parser
{
    private static readonly string[] Comparisons = ["=", "<>", "!=", "<=", ">=", "<", ">"];
    private static readonly HashSet<string> GiveText = new(StringComparer.OrdinalIgnoreCase) { "UPPER", "LOWER", "LTRIM", "RTRIM", "TRIM", "REPLACE", "LEFT", "RIGHT", "CONCAT", "REVERSE" };

    private string Expression()
    {
        var left = AndExpression();
        while (Take("OR"))
            left = $"({left} OR {AndExpression()})";
        return left;
    }

    private string AndExpression()
    {
        var left = NotExpression();
        while (Take("AND"))
            left = $"({left} AND {NotExpression()})";
        return left;
    }

    private string NotExpression() => Take("NOT") ? $"(NOT {NotExpression()})" : Predicate();

    private string Predicate()
    {
        var left = Additive();
        while (true)
        {
            if (Comparisons.FirstOrDefault(c => Here.Kind == TokenKind.Symbol && Here.Text == c) is { } comparison)
            {
                _at++;
                left = $"({left} {comparison} {Additive()})";
            }
            else if (Take("IS"))
            {
                var not = Take("NOT") ? "NOT " : "";
                Expect("NULL");
                left = $"({left} IS {not}NULL)";
            }
            else if (IsNext("NOT", "IN") || IsNext("NOT", "LIKE") || IsNext("NOT", "BETWEEN") || IsNext("IN") || IsNext("LIKE") || IsNext("BETWEEN"))
            {
                left = Membership(left, Take("NOT") ? "NOT " : "");
            }
            else
            {
                return left;
            }
        }
    }

    private string Membership(string left, string not)
    {
        if (Take("IN"))
        {
            Expect("(");
            var items = IsNext("SELECT") ? Query() : string.Join(", ", List(Expression));
            Expect(")");
            return $"({left} {not}IN ({items}))";
        }

        if (Take("LIKE"))
        {
            var pattern = Additive();
            // Without ESCAPE T-SQL has no escape character, PostgreSQL has the backslash.
            var escape = Take("ESCAPE") ? Primary() : "''::citext";
            return $"({left} {(not.Length > 0 ? "!~~" : "~~")} like_escape(CAST({pattern} AS text), CAST({escape} AS text)))";
        }

        Expect("BETWEEN");
        var low = Additive();
        Expect("AND");
        return $"({left} {not}BETWEEN {low} AND {Additive()})";
    }

    private string Additive()
    {
        var left = Multiplicative();
        while (Here.Kind == TokenKind.Symbol && Here.Text is "+" or "-" or "&" or "|" or "^")
            left = $"({left} {Take().Text} {Multiplicative()})";
        return left;
    }

    private string Multiplicative()
    {
        var left = Unary();
        while (Here.Kind == TokenKind.Symbol && Here.Text is "*" or "/" or "%")
            left = $"({left} {Take().Text} {Unary()})";
        return left;
    }

    private string Unary()
    {
        if (Here.Kind == TokenKind.Symbol && Here.Text is "-" or "~" or "+")
            return $"({Take().Text} {Unary()})";
        var primary = Primary();
        while (Take("COLLATE"))
            Name();
        return primary;
    }

    private string Primary()
    {
        var token = Here;
        switch (token.Kind)
        {
            case TokenKind.Number:
                _at++;
                return token.Text.Contains('E', StringComparison.OrdinalIgnoreCase) ? $"CAST({token.Text} AS double precision)" : token.Text;
            case TokenKind.UnicodeText:
                _at++;
                return $"CAST({Text(token.Text)} AS citext)";
            case TokenKind.Text:
                // EF writes dates and guids so: its type follows from what it is compared with.
                _at++;
                return Text(token.Text);
            case TokenKind.Binary:
                _at++;
                return $"CAST('\\x{token.Text}' AS bytea)";
            case TokenKind.Variable:
                _at++;
                return Variable(token.Text);
            case TokenKind.Symbol when token.Text == "(":
                return Parenthesised();
            case TokenKind.Symbol when token.Text == "*":
                _at++;
                return "*";
            case TokenKind.Quoted:
                return ColumnOrCall();
            case TokenKind.Word:
                return WordExpression(token.Text.ToUpperInvariant());
            default:
                throw Unknown("An expression was expected");
        }
    }

    private string Parenthesised()
    {
        Expect("(");
        var inner = IsNext("SELECT") ? Query() : Expression();
        Expect(")");
        return $"({inner})";
    }

    private string WordExpression(string word)
    {
        switch (word)
        {
            case "NULL":
                _at++;
                return "NULL";
            case "CASE":
                return Case();
            case "EXISTS":
                _at++;
                return "EXISTS " + Parenthesised();
            case "CAST" or "TRY_CAST":
                return Cast();
            case "CONVERT":
                return ConvertTo();
            default:
                return ColumnOrCall();
        }
    }

    private string Case()
    {
        Expect("CASE");
        var text = "CASE";
        if (!IsNext("WHEN"))
            text += " " + Expression();
        while (Take("WHEN"))
        {
            text += $" WHEN {Expression()}";
            Expect("THEN");
            text += $" THEN {Expression()}";
        }

        if (Take("ELSE"))
            text += $" ELSE {Expression()}";
        Expect("END");
        return text + " END";
    }

    private string Cast()
    {
        _at++;
        Expect("(");
        var value = Expression();
        Expect("AS");
        var type = DataType();
        Expect(")");
        return As(value, type);
    }

    private string ConvertTo()
    {
        _at++;
        Expect("(");
        var type = DataType();
        Expect(",");
        var value = Expression();
        if (Take(","))
            Expression();
        Expect(")");
        return As(value, type);
    }

    private static string As(string value, string type) =>
        (value, type) switch
        {
            ("1", "boolean") => "TRUE",
            ("0", "boolean") => "FALSE",
            ("NULL", _) => $"CAST(NULL AS {type})",
            (_, "boolean") => $"CAST(CAST({value} AS integer) AS boolean)",
            _ => $"CAST({value} AS {type})",
        };

    private string ColumnOrCall()
    {
        if (Here.Kind == TokenKind.Word && Ahead().Is("("))
            return Call(Take().Text.ToUpperInvariant());
        var parts = new List<string> { Name() };
        while (Take("."))
            parts.Add(Take("*") ? "*" : Name());
        if (parts.Count == 2 && (parts[0].Equals("INSERTED", StringComparison.OrdinalIgnoreCase) || parts[0].Equals("DELETED", StringComparison.OrdinalIgnoreCase)))
            parts.RemoveAt(0);
        return string.Join('.', parts.Select(p => p == "*" ? p : Names.Quote(p)));
    }

    private string Call(string function)
    {
        if (function is "DATEADD" or "DATEDIFF" or "DATEPART" or "DATEDIFF_BIG")
            return DateFunction(function);
        Expect("(");
        var distinct = Take("DISTINCT") ? "DISTINCT " : "";
        var arguments = IsNext(")") ? [] : List(Expression);
        Expect(")");
        return Over(Call(function, distinct, arguments));
    }

    private static string Call(string function, string distinct, List<string> arguments) => function switch
    {
        "COUNT" => $"CAST(count({distinct}{arguments[0]}) AS integer)",
        "COUNT_BIG" => $"count({distinct}{arguments[0]})",
        "LEN" => $"length(rtrim(CAST({arguments[0]} AS text)))",
        "DATALENGTH" => $"octet_length({arguments[0]})",
        "CHARINDEX" => $"strpos(lower(CAST({arguments[1]} AS text)), lower(CAST({arguments[0]} AS text)))",
        "SUBSTRING" => $"CAST(substring(CAST({arguments[0]} AS text), {arguments[1]}, {arguments[2]}) AS citext)",
        "ISNULL" => $"COALESCE({string.Join(", ", arguments)})",
        "IIF" => $"CASE WHEN {arguments[0]} THEN {arguments[1]} ELSE {arguments[2]} END",
        "GETUTCDATE" or "SYSUTCDATETIME" => "(clock_timestamp() AT TIME ZONE 'UTC')",
        "GETDATE" or "SYSDATETIME" => "localtimestamp",
        "NCHAR" or "CHAR" => $"CAST(chr({arguments[0]}) AS citext)",
        "NEWID" => "gen_random_uuid()",
        "SERVERPROPERTY" => "3",
        "OBJECT_ID" => $"tsql.object_id({arguments[0]})",
        "DB_NAME" => "CAST(current_database() AS citext)",
        "COALESCE" or "NULLIF" or "SUM" or "MIN" or "MAX" or "ABS" or "ROUND" or "FLOOR" or "CEILING" or "ROW_NUMBER" or "STRING_AGG" or "AVG" or "RANK" or "DENSE_RANK"
            => $"{function}({distinct}{string.Join(", ", arguments)})",
        _ when GiveText.Contains(function) => $"CAST({function}({string.Join(", ", arguments.Select(a => $"CAST({a} AS text)"))}) AS citext)",
        _ => throw new NotSupportedException($"Function {function}."),
    };

    private string Over(string call)
    {
        if (Take("WITHIN", "GROUP"))
            throw Unknown("WITHIN GROUP");
        if (!Take("OVER"))
            return call;
        Expect("(");
        var window = "";
        if (Take("PARTITION", "BY"))
            window = "PARTITION BY " + string.Join(", ", List(Expression));
        if (IsNext("ORDER"))
            window += " " + OrderBy();
        Expect(")");
        // A count is cast to int: the window belongs to what is inside.
        return call.StartsWith("CAST(count", StringComparison.Ordinal)
            ? call[..^" AS integer)".Length] + $" OVER ({window}) AS integer)"
            : $"{call} OVER ({window})";
    }

    private string DateFunction(string function)
    {
        Expect("(");
        var part = Name().ToLowerInvariant();
        var arguments = new List<string>();
        while (Take(","))
            arguments.Add(Expression());
        Expect(")");
        return function switch
        {
            "DATEPART" => $"CAST(trunc(EXTRACT({part} FROM {arguments[0]})) AS integer)",
            "DATEADD" => $"tsql.dateadd('{part}', {arguments[0]}, {arguments[1]})",
            _ => $"tsql.datediff('{part}', {arguments[0]}, {arguments[1]})",
        };
    }

    private static string Text(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";
}
