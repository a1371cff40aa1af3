namespace Pga.TdsServer.TSql;

internal sealed partial class Parser
{
    private string Insert()
    {
        Expect("INSERT");
        Take("INTO");
        var table = TableName();
        var columns = IsNext("(") ? NamesInBrackets() : [];
        var returning = Output();
        var text = $"INSERT INTO {table}" + (columns.Count > 0 ? $" ({string.Join(", ", columns)})" : "");
        if (Take("DEFAULT", "VALUES"))
            return text + " DEFAULT VALUES" + returning;
        if (Take("VALUES"))
            return $"{text} VALUES {string.Join(", ", List(() => $"({string.Join(", ", Bracketed(() => Take("DEFAULT") ? "DEFAULT" : Expression()))})"))}{returning}";
        return $"{text} {Query()}{returning}";
    }

    private string Output() => Take("OUTPUT") ? " RETURNING " + string.Join(", ", List(Item)) : "";

    private string Update()
    {
        Expect("UPDATE");
        var target = TableName();
        Expect("SET");
        var sets = new List<(string Column, string Value)>();
        do
        {
            var column = Names.Quote(Parts()[^1]);
            Expect("=");
            sets.Add((column, Expression()));
        }
        while (Take(","));

        var returning = Output();
        if (!Take("FROM"))
            return $"UPDATE {target} SET {string.Join(", ", sets.Select(s => $"{s.Column} = {s.Value}"))}{Where()}{returning}";
        var (table, sources) = Target(target);
        // What is set may be of any of the joined tables: it is worked out first, row by row. A NULL has no type there.
        var values = string.Concat(sets.Select((s, i) => s.Value == "NULL" ? "" : $", {s.Value} AS v{i}"));
        var assignments = string.Join(", ", sets.Select((s, i) => s.Column + (s.Value == "NULL" ? " = NULL" : $" = source.v{i}")));
        return $"UPDATE {table} AS target SET {assignments} FROM (SELECT {target}.ctid AS row{values} FROM {sources}{Where()}) AS source WHERE target.ctid = source.row{returning}";
    }

    private string Delete()
    {
        Expect("DELETE");
        Take("FROM");
        var target = TableName();
        var returning = Output();
        if (!Take("FROM"))
            return $"DELETE FROM {target}{Where()}{returning}";
        var (table, sources) = Target(target);
        return $"DELETE FROM {table} AS target USING (SELECT {target}.ctid AS row FROM {sources}{Where()}) AS source WHERE target.ctid = source.row{returning}";
    }

    /// <summary>In <c>UPDATE [t] … FROM [T] AS [t]</c> the name after the verb is an alias.</summary>
    private (string Table, string Sources) Target(string alias)
    {
        var table = IsNext("(") ? throw Unknown("A table was expected") : TableNameAhead();
        return (table, string.Join(", ", List(Sources)));

        string TableNameAhead()
        {
            for (var i = _at; i < _tokens.Count; i++)
            {
                if (_tokens[i].Is("AS") && Names.Quote(_tokens[i + 1].Text) == alias && _tokens[i - 1].Kind == TokenKind.Quoted)
                    return Names.Quote(_tokens[i - 1].Text);
            }

            throw Unknown("No table with alias " + alias);
        }
    }

    private string Where() => Take("WHERE") ? " WHERE " + Expression() : "";

    /// <summary>EF's insert of several rows that gives the numbers the database made back, with the place of each row.</summary>
    private string Merge()
    {
        Expect("MERGE");
        Take("INTO");
        var table = TableName();
        Expect("USING", "(", "VALUES");
        var rows = List(() => $"({string.Join(", ", Bracketed(Expression))})");
        Expect(")");
        Take("AS");
        Name();
        var given = NamesInBrackets();
        Expect("ON", "1", "=", "0");
        Expect("WHEN", "NOT", "MATCHED", "THEN", "INSERT");
        var columns = NamesInBrackets();
        Expect("VALUES");
        Bracketed(Expression);
        Expect("OUTPUT");
        var output = List(() => Names.Quote(Parts()[^1]));
        var position = given[^1];
        var generated = output.Where(o => o != position).ToList();
        return $"WITH given ({string.Join(", ", given)}) AS (VALUES {string.Join(", ", rows)}), "
            + $"made AS (INSERT INTO {table} ({string.Join(", ", columns)}) SELECT {string.Join(", ", given[..^1])} FROM given ORDER BY {position} RETURNING {string.Join(", ", generated)}) "
            + $"SELECT {string.Join(", ", generated)}, CAST(row_number() OVER (ORDER BY {generated[0]}) - 1 AS integer) AS {position} FROM made";
    }
}
