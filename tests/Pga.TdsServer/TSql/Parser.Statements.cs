namespace Pga.TdsServer.TSql;

internal sealed partial class Parser
{
    private List<Statement> Batch()
    {
        var statements = new List<Statement>();
        while (true)
        {
            while (Take(";"))
            {
            }

            if (Here.Kind == TokenKind.End)
                return statements;
            statements.Add(Statement());
        }
    }

    private Statement Statement()
    {
        if (Here.Kind != TokenKind.Word)
            throw Unknown("A statement was expected");
        return Here.Text.ToUpperInvariant() switch
        {
            "SELECT" => SelectStatement(),
            "INSERT" => new Statement.Execute(Done(Insert()), null, true),
            "UPDATE" => new Statement.Execute(Done(Update()), null, true),
            "DELETE" => new Statement.Execute(Done(Delete()), null, true),
            "MERGE" => new Statement.Execute(Done(Merge()), null, true),
            "IF" => IfStatement(),
            "SET" => SetStatement(),
            "DECLARE" => DeclareStatement(),
            "EXEC" or "EXECUTE" => ExecStatement(),
            "CREATE" => CreateStatement(),
            "ALTER" => AlterStatement(),
            "DROP" => DropStatement(),
            "BEGIN" or "COMMIT" or "ROLLBACK" or "SAVE" => TransactionStatement(),
            _ => throw Unknown("An unknown statement"),
        };
    }

    private Statement SelectStatement()
    {
        _assigned = null;
        var text = Query();
        return new Statement.Execute(Done(text), _assigned, true);
    }

    private Statement.If IfStatement()
    {
        Expect("IF");
        var condition = Done($"SELECT CASE WHEN {Expression()} THEN TRUE ELSE FALSE END");
        var then = Block();
        Take(";");
        return new Statement.If(condition, then, Take("ELSE") ? Block() : []);
    }

    private List<Statement> Block()
    {
        if (!IsNext("BEGIN") || Ahead().Is("TRANSACTION") || Ahead().Is("TRAN"))
            return [Statement()];
        Expect("BEGIN");
        var statements = new List<Statement>();
        while (!Take("END"))
        {
            if (!Take(";"))
                statements.Add(Statement());
        }

        return statements;
    }

    private Statement SetStatement()
    {
        Expect("SET");
        if (Here.Kind == TokenKind.Variable)
        {
            var variable = Take().Text;
            Expect("=");
            return new Statement.Execute(Done("SELECT " + Expression()), [variable], false);
        }

        if (Take("NOCOUNT"))
            return new Statement.NoCount(Take().Is("ON"));
        // IDENTITY_INSERT, IMPLICIT_TRANSACTIONS, QUOTED_IDENTIFIER and the like.
        while (!Here.Is("ON") && !Here.Is("OFF"))
            _at++;
        _at++;
        return new Statement.Nothing();
    }

    private Statement.Declare DeclareStatement()
    {
        Expect("DECLARE");
        var variable = Take().Text;
        Take("AS");
        return new Statement.Declare(variable, DataType());
    }

    private Statement ExecStatement()
    {
        _at++;
        var result = Here.Kind == TokenKind.Variable ? Take().Text : null;
        if (result is not null)
            Expect("=");
        var procedure = Parts()[^1].ToLowerInvariant();
        while (Here.Kind != TokenKind.End && !Here.Is(";"))
            _at++;
        return procedure switch
        {
            "sp_getapplock" => new Statement.AppLock(false, result),
            "sp_releaseapplock" => new Statement.AppLock(true, result),
            _ => throw Unknown($"Procedure {procedure}"),
        };
    }

    private Statement CreateStatement()
    {
        Expect("CREATE");
        if (Take("DATABASE"))
            return new Statement.CreateDatabase(Name());
        return Definition(Take("TABLE") ? CreateTable() : CreateIndex());
    }

    private Statement AlterStatement()
    {
        Expect("ALTER");
        if (Take("TABLE"))
            return Definition(AlterTable());
        Expect("DATABASE");
        while (Here.Kind != TokenKind.End && !Here.Is(";"))
            _at++;
        return new Statement.Nothing();
    }

    private Statement DropStatement()
    {
        Expect("DROP");
        if (Take("DATABASE"))
            return new Statement.DropDatabase(Name());
        if (Take("TABLE"))
            return Definition("DROP TABLE " + TableName());
        Expect("INDEX");
        var index = Names.Quote(Name());
        Expect("ON");
        TableName();
        return Definition("DROP INDEX " + index);
    }

    private Statement.Transaction TransactionStatement()
    {
        var step = Enum.Parse<TransactionStep>(Take().Text, ignoreCase: true);
        _ = Take("TRANSACTION") || Take("TRAN") || Take("WORK");
        var name = Here.Kind is TokenKind.Quoted or TokenKind.Word && !Here.Is("END") ? Take().Text : null;
        return new Statement.Transaction(step, name);
    }

    private Statement.Execute Definition(string text) => new(Done(text), null, false);
}
