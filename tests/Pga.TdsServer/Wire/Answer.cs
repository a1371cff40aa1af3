namespace Pga.TdsServer.Wire;

/// <summary>What the client gets for one request, token by token.</summary>
/// <param name="packets">Where it goes.</param>
/// <param name="procedure">The client called a procedure: statements then end differently.</param>
/// <param name="cancelled">Whether the client still wants it.</param>
internal sealed class Answer(Packets packets, bool procedure, Func<bool> cancelled) : IResults
{
    private readonly TokenBuffer _token = new(packets);
    private IReadOnlyList<Column> _columns = [];
    // Whether a DONE is the last of the batch is known only afterwards.
    private (DoneStatus Status, long Count)? _done;
    private bool _failed;
    private bool _returnStatus;

    [Flags]
    private enum DoneStatus
    {
        Final = 0,
        More = 1,
        Error = 2,
        Count = 0x10,
        Attention = 0x20,
    }

    private enum Token : byte
    {
        ReturnStatus = 0x79,
        Columns = 0x81,
        Error = 0xAA,
        Info = 0xAB,
        ReturnValue = 0xAC,
        LoginAck = 0xAD,
        Row = 0xD1,
        Change = 0xE3,
        Done = 0xFD,
        DoneProcedure = 0xFE,
        DoneInProcedure = 0xFF,
    }

    public void Columns(IReadOnlyList<Column> columns)
    {
        Begin(Token.Columns);
        _columns = columns;
        _token.UInt16(columns.Count);
        foreach (var column in columns)
        {
            TypeOf(column.Type, column.Nullable);
            _token.ShortText(column.Name);
        }

        _token.Send();
    }

    public void Row(object?[] values)
    {
        Begin(Token.Row);
        for (var i = 0; i < _columns.Count; i++)
        {
            try
            {
                _token.Value(_columns[i].Type, _columns[i].Nullable, values[i]);
            }
            catch (InvalidCastException e)
            {
                throw new InvalidCastException($"Column '{_columns[i].Name}' can't be {values[i]?.GetType().Name ?? "NULL"}: {_columns[i]}.", e);
            }
        }

        _token.Send();
    }

    public void Done(long? affected)
    {
        ThrowIfCancelled();
        SendDone(DoneStatus.More);
        _done = (affected is null ? DoneStatus.Final : DoneStatus.Count, affected ?? 0);
    }

    public void Info(int number, string message) => Message(Token.Info, number, 0, message);

    public void ReturnValue(Parameter parameter, object? value)
    {
        Begin(Token.ReturnValue);
        _token.UInt16(0);
        _token.ShortText(parameter.Name);
        _token.Byte(1);
        TypeOf(parameter.Type, nullable: true);
        _token.Value(parameter.Type, nullable: true, value);
        _token.Send();
    }

    public void ReturnStatus(int value)
    {
        Begin(Token.ReturnStatus);
        _token.Int32(value);
        _token.Send();
        _returnStatus = true;
    }

    public void Error(SqlError error)
    {
        Message(Token.Error, error.Number, error.Severity, error.Message);
        _failed = true;
    }

    public void LoginAck()
    {
        Begin(Token.LoginAck);
        _token.Sized(() =>
        {
            const byte transactSql = 1;
            _token.Byte(transactSql);
            _token.Bytes([0x74, 0, 0, 4]);
            _token.ShortText("Microsoft SQL Server");
            _token.Bytes(Session.ServerVersion);
        });
        _token.Send();
    }

    public void Changed(Change change, string to, string from)
    {
        Begin(Token.Change);
        _token.Sized(() =>
        {
            _token.Byte((byte)change);
            _token.ShortText(to);
            _token.ShortText(from);
        });
        _token.Send();
    }

    public void Changed(Change change, byte[] to, byte[] from)
    {
        Begin(Token.Change);
        _token.Sized(() =>
        {
            _token.Byte((byte)change);
            _token.Byte((byte)to.Length);
            _token.Bytes(to);
            _token.Byte((byte)from.Length);
            _token.Bytes(from);
        });
        _token.Send();
    }

    /// <summary>The last token, and off it goes.</summary>
    public void End(bool attention)
    {
        if (attention)
        {
            SendDone(DoneStatus.More);
            SendDone(Token.Done, DoneStatus.Attention, 0);
        }
        else if (procedure)
        {
            if (!_returnStatus && !_failed)
                ReturnStatus(0);
            SendDone(DoneStatus.More);
            SendDone(Token.DoneProcedure, _failed ? DoneStatus.Error : DoneStatus.Final, 0);
        }
        else
        {
            _done ??= (_failed ? DoneStatus.Error : DoneStatus.Final, 0);
            SendDone(DoneStatus.Final);
        }

        packets.End();
    }

    private void ThrowIfCancelled()
    {
        if (cancelled())
            throw new OperationCanceledException("The client cancelled the request.");
    }

    private void Begin(Token token)
    {
        // What has changed has changed, and the client must know.
        if (token is not Token.Change)
            ThrowIfCancelled();
        SendDone(DoneStatus.More);
        _token.Clear();
        _token.Byte((byte)token);
    }

    private void TypeOf(SqlType type, bool nullable)
    {
        const ushort updatableUnknown = 8;
        _token.Int32(0);
        _token.UInt16(updatableUnknown | (nullable ? 1 : 0));
        _token.Type(type, nullable);
    }

    private void Message(Token token, int number, byte severity, string message)
    {
        const int longest = 10_000;
        Begin(token);
        _token.Sized(() =>
        {
            _token.Int32(number);
            _token.Byte(1);
            _token.Byte(severity);
            _token.UInt16(Math.Min(message.Length, longest));
            _token.Text(message[..Math.Min(message.Length, longest)]);
            _token.ShortText("PGA-TDS");
            _token.ShortText("");
            _token.Int32(1);
        });
        _token.Send();
    }

    private void SendDone(DoneStatus more)
    {
        if (_done is not var (status, count))
            return;
        _done = null;
        SendDone(procedure ? Token.DoneInProcedure : Token.Done, status | more, count);
    }

    private void SendDone(Token token, DoneStatus status, long count)
    {
        _token.Clear();
        _token.Byte((byte)token);
        _token.UInt16((int)status);
        _token.UInt16(0);
        _token.Int64(count);
        _token.Send();
    }
}
