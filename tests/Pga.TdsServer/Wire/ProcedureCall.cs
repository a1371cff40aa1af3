namespace Pga.TdsServer.Wire;

/// <summary>A remote procedure call: mostly sp_executesql, for that is how the client sends SQL with parameters.</summary>
internal sealed record ProcedureCall(string Sql, IReadOnlyList<Parameter> Parameters)
{
    private const ushort ByNumber = 0xFFFF;
    private const ushort ExecuteSqlNumber = 10;
    private const string ExecuteSql = "sp_executesql";

    public static ProcedureCall Of(MessageReader message)
    {
        var length = message.UInt16();
        var name = length is ByNumber ? NameOf(message.UInt16()) : message.Text(length);
        message.UInt16();
        var parameters = new List<Parameter>();
        while (!message.AtEnd)
            parameters.Add(message.Parameter());
        // The statement itself, the declarations of its parameters and then the parameters.
        return name.Equals(ExecuteSql, StringComparison.OrdinalIgnoreCase)
            ? new ProcedureCall((string)parameters[0].Value!, parameters[Math.Min(2, parameters.Count)..])
            : new ProcedureCall(name.AsSpan().ContainsAny('.', '[') ? $"EXEC {name}" : $"EXEC [{name}]", parameters);
    }

    private static string NameOf(ushort number) => number is ExecuteSqlNumber
        ? ExecuteSql
        : throw new SqlError(2812, 16, $"This server doesn't know procedure number {number}.");
}
