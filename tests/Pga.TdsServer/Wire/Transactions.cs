using System.Data;

namespace Pga.TdsServer.Wire;

/// <summary>The client's own requests to begin, end and save a transaction, which it doesn't put in SQL.</summary>
internal sealed class Transactions(IEngine engine)
{
    private const byte BeginAnother = 1;
    private long _number;
    private string _name = "";

    private enum Request : ushort
    {
        Begin = 5,
        Commit = 7,
        Rollback = 8,
        Save = 9,
    }

    private byte[] Descriptor => BitConverter.GetBytes(_number);

    public void Handle(MessageReader message, Answer answer)
    {
        var request = (Request)message.UInt16();
        switch (request)
        {
            case Request.Begin:
                Begin(message, answer);
                break;
            case Request.Commit:
                Name(message);
                engine.Commit();
                answer.Changed(Change.TransactionCommitted, [], Descriptor);
                BeginIfAsked(message, answer);
                break;
            case Request.Rollback:
                var savepoint = Name(message);
                if (savepoint.Length > 0 && savepoint != _name)
                {
                    engine.Rollback(savepoint);
                    break;
                }

                engine.Rollback(null);
                answer.Changed(Change.TransactionRolledBack, [], Descriptor);
                BeginIfAsked(message, answer);
                break;
            case Request.Save:
                engine.Save(Name(message));
                break;
            default:
                throw new SqlError(8401, 16, $"This server doesn't know transaction request {(ushort)request}.");
        }
    }

    private void Begin(MessageReader message, Answer answer)
    {
        var level = message.Byte() switch
        {
            0 => IsolationLevel.Unspecified,
            1 => IsolationLevel.ReadUncommitted,
            2 => IsolationLevel.ReadCommitted,
            3 => IsolationLevel.RepeatableRead,
            4 => IsolationLevel.Serializable,
            5 => IsolationLevel.Snapshot,
            var other => throw new SqlError(8401, 16, $"This server doesn't know isolation level {other}."),
        };
        _name = Name(message);
        engine.Begin(level);
        _number++;
        answer.Changed(Change.TransactionBegun, Descriptor, []);
    }

    private void BeginIfAsked(MessageReader message, Answer answer)
    {
        if ((message.Byte() & BeginAnother) is BeginAnother)
            Begin(message, answer);
    }

    private static string Name(MessageReader message) => message.Text(message.Byte() / 2);
}
