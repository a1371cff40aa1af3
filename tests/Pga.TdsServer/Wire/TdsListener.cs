using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Pga.TdsServer.Wire;

/// <summary>Enough of SQL Server's protocol (TDS 7.4, without encryption) for Microsoft.Data.SqlClient to talk with an engine of ours.</summary>
/// <param name="open">Gives a session its engine; a <see cref="SqlError"/> of it, as 18456 or 4060, refuses the login.</param>
public sealed class TdsListener(Func<Login, IEngine> open) : IDisposable
{
    private readonly ConcurrentDictionary<Session, object?> _sessions = [];
    private TcpListener? _listener;
    private Thread? _acceptor;

    public int Port => ((IPEndPoint)_listener!.LocalEndpoint).Port;

    public void Start(IPEndPoint endPoint)
    {
        _listener = new TcpListener(endPoint);
        _listener.Start();
        _acceptor = new Thread(Accept) { IsBackground = true, Name = "TDS listener" };
        _acceptor.Start();
    }

    /// <summary>Ends all sessions, and waits for their engines to be disposed of.</summary>
    public void Dispose()
    {
        _listener?.Dispose();
        _acceptor?.Join();
        foreach (var session in _sessions.Keys)
            session.Dispose();
    }

    private void Accept()
    {
        try
        {
            while (true)
            {
                var session = new Session(_listener!.AcceptSocket(), open, s => _sessions.TryRemove(s, out _));
                _sessions[session] = null;
                session.Start();
            }
        }
        catch (Exception e) when (e is SocketException or InvalidOperationException)
        {
        }
    }
}
