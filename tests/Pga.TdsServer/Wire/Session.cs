using System.Globalization;
using System.Net.Sockets;

namespace Pga.TdsServer.Wire;

/// <summary>
/// One connection, on two threads: one does what the client asks; the other reads, for a cancel comes while the first is at
/// work.
/// </summary>
internal sealed class Session : IDisposable
{
    private const byte ResetConnection = 8;
    private const byte ResetConnectionKeepTransaction = 16;
    private const byte FatalSeverity = 20;
    private static readonly TimeSpan BetweenCancels = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly object _state = new();
    private readonly Socket _socket;
    private readonly Func<Login, IEngine> _open;
    private readonly Action<Session> _ended;
    private readonly Packets _packets;
    private readonly Thread _reader;
    private readonly Thread _worker;
    // From its arrival until there is nothing left of it to cancel.
    private Message? _request;
    private bool _over;
    private volatile bool _cancelled;
    private IEngine? _engine;
    private Transactions? _transactions;

    public Session(Socket socket, Func<Login, IEngine> open, Action<Session> ended)
    {
        socket.NoDelay = true;
        _socket = socket;
        _open = open;
        _ended = ended;
        _packets = new Packets(new NetworkStream(socket));
        _reader = new Thread(Read) { IsBackground = true, Name = "TDS reader" };
        _worker = new Thread(Work) { IsBackground = true, Name = "TDS worker" };
    }

    /// <summary>15.0.2000, big-endian: SQL Server 2019.</summary>
    public static ReadOnlySpan<byte> ServerVersion => [15, 0, 0x07, 0xD0];

    private IEngine Engine => _engine ?? throw new InvalidOperationException("The client hasn't logged in.");

    public void Start()
    {
        _reader.Start();
        _worker.Start();
    }

    public void Dispose()
    {
        _socket.Dispose();
        _reader.Join(Patience);
        _worker.Join(Patience);
    }

    private static bool IsGone(Exception e) => e is IOException or SocketException or ObjectDisposedException;

    private void Read()
    {
        try
        {
            while (Accept(_packets.Read()))
            {
            }
        }
        catch (Exception e) when (IsGone(e))
        {
        }

        lock (_state)
        {
            _over = true;
            Monitor.PulseAll(_state);
            Cancel();
        }
    }

    private bool Accept(Message message)
    {
        lock (_state)
        {
            if (_over)
                return false;
            // The end of the request is then the answer; otherwise it had just ended, and the client gets an answer of its own.
            if (message.Type is MessageType.Attention && Cancel())
                return true;
            _request = message;
            Monitor.PulseAll(_state);
            return true;
        }
    }

    private bool Cancel()
    {
        if (_request is null)
            return false;
        _cancelled = true;
        while (_request is not null)
        {
            _engine?.Cancel();
            Monitor.Wait(_state, BetweenCancels);
        }

        return true;
    }

    private void Work()
    {
        try
        {
            while (Next() is { } request && Answered(request))
            {
            }

            _socket.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (IsGone(e))
        {
        }

        lock (_state)
        {
            _over = true;
            Ended();
        }

        _socket.Dispose();
        _engine?.Dispose();
        _ended(this);
    }

    private Message? Next()
    {
        lock (_state)
        {
            while (_request is null && !_over)
                Monitor.Wait(_state);
            return _over ? null : _request;
        }
    }

    /// <summary>Whether the request was cancelled; from here on it can't be any more.</summary>
    private bool Ended()
    {
        lock (_state)
        {
            var cancelled = _cancelled;
            _cancelled = false;
            _request = null;
            Monitor.PulseAll(_state);
            return cancelled;
        }
    }

    /// <summary>False when the connection must end.</summary>
    private bool Answered(Message request)
    {
        if (request.Type is MessageType.PreLogin)
        {
            Ended();
            PreLogin();
            return true;
        }

        var answer = new Answer(_packets, request.Type is MessageType.Rpc, () => _cancelled);
        SqlError? error = null;
        var packetSize = _packets.Size;
        try
        {
            if (request.Type is MessageType.Login)
                packetSize = LogIn(request, answer);
            else if (request.Type is not MessageType.Attention)
                Handle(request, answer);
        }
        catch (SqlError e)
        {
            error = e;
        }
        catch (Exception e)
        {
            error = new SqlError(50000, 16, e.ToString());
        }

        var attention = Ended() || request.Type is MessageType.Attention;
        if (error is not null && !attention)
            answer.Error(error);
        answer.End(attention);
        if (_packets.Size != packetSize)
            _packets.Size = packetSize;
        return _engine is not null && (error is null || error.Severity < FatalSeverity);
    }

    private void PreLogin()
    {
        // Each option: its number, where it is and how long; then what it says: our version, no encryption, no MARS.
        const byte notSupported = 2;
        _packets.Write([0, 0, 16, 0, 6, 1, 0, 22, 0, 1, 4, 0, 23, 0, 1, 0xFF]);
        _packets.Write([.. ServerVersion, 0, 0, notSupported, 0]);
        _packets.End();
    }

    private int LogIn(Message request, Answer answer)
    {
        var login = Login.Of(request.Body);
        _engine = _open(login);
        _transactions = new Transactions(_engine);
        var packetSize = Math.Clamp(login.PacketSize, Packets.SmallestSize, Packets.LargestSize);
        answer.Changed(Change.Database, login.Database, "master");
        answer.Changed(Change.Collation, ValueWriter.Collation.ToArray(), []);
        answer.Changed(Change.Language, "us_english", "");
        answer.LoginAck();
        answer.Changed(Change.PacketSize, Invariant(packetSize), Invariant(_packets.Size));
        return packetSize;

        static string Invariant(int size) => size.ToString(CultureInfo.InvariantCulture);
    }

    private void Handle(Message request, Answer answer)
    {
        // A client that keeps its transaction keeps it whole: the engine has no half a reset.
        if ((request.Status & ResetConnection) is not 0)
            Engine.Reset();
        if ((request.Status & (ResetConnection | ResetConnectionKeepTransaction)) is not 0)
            answer.Changed(Change.Reset, [], []);

        var message = new MessageReader(request.Body);
        message.SkipHeaders();
        switch (request.Type)
        {
            case MessageType.Batch:
                Engine.Run(message.Rest(), [], answer);
                break;
            case MessageType.Rpc:
                var call = ProcedureCall.Of(message);
                Engine.Run(call.Sql, call.Parameters, answer);
                break;
            case MessageType.Transaction:
                _transactions!.Handle(message, answer);
                break;
            default:
                throw new SqlError(4002, 16, $"This server doesn't know requests of type {(byte)request.Type}.");
        }
    }
}
