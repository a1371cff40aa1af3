namespace Pga.TdsServer.TSql;

/// <summary>
/// Reads a batch of T-SQL and writes it in PostgreSQL's words as it goes: the statements that EF Core's SQL Server provider
/// and Pga make, and no others. What it doesn't know is an error, never a guess.
/// </summary>
internal sealed partial class Parser
{
    private readonly List<Token> _tokens;
    private readonly List<string> _variables = [];
    private int _at;

    private Parser(string sql) => _tokens = Lexer.Read(sql);

    private Token Here => _tokens[_at];

    public static IReadOnlyList<Statement> Read(string sql) => new Parser(sql).Batch();

    private Token Ahead(int count = 1) => _tokens[Math.Min(_at + count, _tokens.Count - 1)];

    private bool IsNext(params ReadOnlySpan<string> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!Ahead(i).Is(words[i]))
                return false;
        }

        return true;
    }

    private bool Take(params ReadOnlySpan<string> words)
    {
        if (!IsNext(words))
            return false;
        _at += words.Length;
        return true;
    }

    private Token Take() => _tokens[_at++];

    private void Expect(params ReadOnlySpan<string> words)
    {
        if (!Take(words))
            throw Unknown(string.Join(' ', words.ToArray()) + " was expected");
    }

    private NotSupportedException Unknown(string why) => new($"{why}, at '{Here.Text}' (character {Here.Position}).");

    private string Name()
    {
        if (Here.Kind is not (TokenKind.Quoted or TokenKind.Word))
            throw Unknown("A name was expected");
        return Take().Text;
    }

    /// <summary>A table's name; the schema is left out, but for the server's own views.</summary>
    private string TableName()
    {
        var parts = Parts();
        if (parts.Count > 1 && parts[^2].Equals("sys", StringComparison.OrdinalIgnoreCase))
            return "tsql." + Names.Quote(parts[^1].ToLowerInvariant());
        return parts.Count == 1 && parts[0].Equals("INSERTED", StringComparison.OrdinalIgnoreCase) ? parts[0] : Names.Quote(parts[^1]);
    }

    private List<string> Parts()
    {
        var parts = new List<string> { Name() };
        while (Take("."))
            parts.Add(Name());
        return parts;
    }

    private List<string> List(Func<string> item)
    {
        var items = new List<string> { item() };
        while (Take(","))
            items.Add(item());
        return items;
    }

    private List<string> Bracketed(Func<string> item)
    {
        Expect("(");
        var items = List(item);
        Expect(")");
        return items;
    }

    private List<string> NamesInBrackets() => Bracketed(() => Names.Quote(Name()));

    private string Variable(string name)
    {
        var index = _variables.FindIndex(v => v.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (index < 0)
        {
            index = _variables.Count;
            _variables.Add(name);
        }

        return "$" + (index + 1);
    }

    private Sql Done(string text)
    {
        var sql = new Sql(text, [.. _variables]);
        _variables.Clear();
        return sql;
    }

    private string DataType()
    {
        var name = Parts()[^1].ToLowerInvariant();
        var arguments = IsNext("(") ? Bracketed(() => Take().Text) : [];
        return Names.Type(name, arguments);
    }
}
