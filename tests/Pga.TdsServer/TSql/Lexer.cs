namespace Pga.TdsServer.TSql;

internal enum TokenKind
{
    Word,
    Quoted,
    Variable,
    Number,
    Text,
    UnicodeText,
    Binary,
    Symbol,
    End,
}

/// <param name="Text">Without quotes, brackets or prefix.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Position)
{
    public bool Is(string word) => Kind is TokenKind.Word or TokenKind.Symbol or TokenKind.Number && string.Equals(Text, word, StringComparison.OrdinalIgnoreCase);
}

internal static class Lexer
{
    private static readonly string[] LongSymbols = ["<>", "!=", "<=", ">=", "+=", "-="];

    public static List<Token> Read(string sql)
    {
        var tokens = new List<Token>();
        var at = 0;
        while (true)
        {
            at = SkipBlank(sql, at);
            if (at >= sql.Length)
            {
                tokens.Add(new Token(TokenKind.End, "", at));
                return tokens;
            }

            var (token, end) = Next(sql, at);
            tokens.Add(token);
            at = end;
        }
    }

    private static (Token Token, int End) Next(string sql, int at)
    {
        var c = sql[at];
        if (c == '[')
            return Delimited(sql, at, at + 1, ']', TokenKind.Quoted);
        if (c == '"')
            return Delimited(sql, at, at + 1, '"', TokenKind.Quoted);
        if (c == '\'')
            return Delimited(sql, at, at + 1, '\'', TokenKind.Text);
        if (c is 'N' or 'n' && at + 1 < sql.Length && sql[at + 1] == '\'')
            return Delimited(sql, at, at + 2, '\'', TokenKind.UnicodeText);
        if (c == '0' && at + 1 < sql.Length && sql[at + 1] is 'x' or 'X')
            return While(sql, at, at + 2, char.IsAsciiHexDigit, TokenKind.Binary, skip: 2);
        if (char.IsAsciiDigit(c))
            return Number(sql, at);
        if (c == '@')
            return While(sql, at, at + 1, IsWordPart, TokenKind.Variable, skip: 0);
        if (char.IsLetter(c) || c is '_' or '#')
            return While(sql, at, at + 1, IsWordPart, TokenKind.Word, skip: 0);
        var symbol = LongSymbols.FirstOrDefault(s => string.CompareOrdinal(sql, at, s, 0, 2) == 0) ?? c.ToString();
        return (new Token(TokenKind.Symbol, symbol, at), at + symbol.Length);
    }

    private static (Token Token, int End) Delimited(string sql, int start, int from, char close, TokenKind kind)
    {
        var text = new System.Text.StringBuilder();
        for (var i = from; i < sql.Length; i++)
        {
            if (sql[i] != close)
                text.Append(sql[i]);
            else if (i + 1 < sql.Length && sql[i + 1] == close)
                text.Append(sql[i++]);
            else
                return (new Token(kind, text.ToString(), start), i + 1);
        }

        throw new NotSupportedException($"Unclosed {close} at {start}.");
    }

    private static (Token Token, int End) While(string sql, int start, int from, Func<char, bool> belongs, TokenKind kind, int skip)
    {
        var end = from;
        while (end < sql.Length && belongs(sql[end]))
            end++;
        return (new Token(kind, sql[(start + skip)..end], start), end);
    }

    private static (Token Token, int End) Number(string sql, int start)
    {
        var end = start;
        while (end < sql.Length && (char.IsAsciiDigit(sql[end]) || sql[end] == '.'))
            end++;
        if (end < sql.Length && sql[end] is 'E' or 'e')
        {
            end++;
            if (end < sql.Length && sql[end] is '+' or '-')
                end++;
            while (end < sql.Length && char.IsAsciiDigit(sql[end]))
                end++;
        }

        return (new Token(TokenKind.Number, sql[start..end], start), end);
    }

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || c is '_' or '@' or '#' or '$';

    private static int SkipBlank(string sql, int at)
    {
        while (at < sql.Length)
        {
            if (char.IsWhiteSpace(sql[at]) || sql[at] == '\uFEFF')
                at++;
            else if (string.CompareOrdinal(sql, at, "--", 0, 2) == 0)
                at = sql.IndexOf('\n', at) is >= 0 and var line ? line : sql.Length;
            else if (string.CompareOrdinal(sql, at, "/*", 0, 2) == 0)
                at = sql.IndexOf("*/", at, StringComparison.Ordinal) + 2;
            else
                break;
        }

        return at;
    }
}
