using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using NUnit.Framework;

namespace Pga.Testing;

/// <summary>
/// A real mail server on this machine, Debian's aiosmtpd, that keeps what it gets in a folder. Without TLS. Skipped where it
/// isn't installed, except in CI, where that is a failure.
/// </summary>
public sealed class SmtpServer : IDisposable
{
    private const string Program = "/usr/bin/aiosmtpd";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly string _folder = Directory.CreateTempSubdirectory("pga-smtp-").FullName;
    private Process? _server;

    private SmtpServer()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        Port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        Resume();
    }

    public int Port { get; }

    /// <summary>The mails it took, as they came.</summary>
    public IReadOnlyList<ReceivedMail> Mails
    {
        get
        {
            var taken = Path.Combine(_folder, "box", "new");
            return Directory.Exists(taken) ? [.. Directory.GetFiles(taken).Order(StringComparer.Ordinal).Select(f => new ReceivedMail(File.ReadAllText(f)))] : [];
        }
    }

    public static SmtpServer Start()
    {
        if (File.Exists(Program))
            return new SmtpServer();
        const string text = "This test needs a mail server (Debian: apt-get install python3-aiosmtpd).";
        if (Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail(text);
        Assert.Ignore(text);
        throw new InvalidOperationException(text);
    }

    /// <summary>Again on the same port, after a <see cref="Stop"/>.</summary>
    public void Resume()
    {
        _server = Process.Start(new ProcessStartInfo(Program, ["-n", "-c", "aiosmtpd.handlers.Mailbox", Path.Combine(_folder, "box"), "-l", $"127.0.0.1:{Port}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _server.OutputDataReceived += (_, _) => { };
        _server.ErrorDataReceived += (_, _) => { };
        _server.BeginOutputReadLine();
        _server.BeginErrorReadLine();
        WaitUntilItListens();
    }

    public void Stop()
    {
        if (_server is null)
            return;
        if (!_server.HasExited)
            _server.Kill();
        _server.WaitForExit();
        _server.Dispose();
        _server = null;
    }

    public void Dispose()
    {
        Stop();
        Directory.Delete(_folder, recursive: true);
    }

    private void WaitUntilItListens()
    {
        var started = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var socket = new TcpClient();
                socket.Connect(IPAddress.Loopback, Port);
                return;
            }
            catch (SocketException) when (!_server!.HasExited && started.Elapsed < Patience)
            {
                Thread.Sleep(50);
            }
            catch (SocketException)
            {
                Dispose();
                throw;
            }
        }
    }
}

/// <param name="Raw">Headers and body as they went over the line.</param>
public sealed record ReceivedMail(string Raw)
{
    private string Head => Raw.Replace("\r\n", "\n", StringComparison.Ordinal).Split("\n\n", 2)[0].Replace("\n ", " ", StringComparison.Ordinal);

    /// <summary>The text for people, decoded.</summary>
    public string Text
    {
        get
        {
            var body = Raw.Replace("\r\n", "\n", StringComparison.Ordinal).Split("\n\n", 2)[1];
            return (Header("Content-Transfer-Encoding") ?? "").ToUpperInvariant() switch
            {
                "BASE64" => Encoding.UTF8.GetString(Convert.FromBase64String(body)),
                "QUOTED-PRINTABLE" => QuotedPrintable(body),
                _ => body,
            };
        }
    }

    public string? Header(string name) =>
        Head.Split('\n').FirstOrDefault(l => l.StartsWith($"{name}: ", StringComparison.OrdinalIgnoreCase))?[(name.Length + 2)..].Trim();

    private static string QuotedPrintable(string body)
    {
        var bytes = new List<byte>();
        var text = body.Replace("=\n", "", StringComparison.Ordinal);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '=' && i + 2 < text.Length)
            {
                bytes.Add(Convert.ToByte(text.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                bytes.Add((byte)text[i]);
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}
