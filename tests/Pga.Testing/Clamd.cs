using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using NUnit.Framework;

namespace Pga.Testing;

/// <summary>
/// ClamAV's own daemon, with a configuration and one signature of ours: no network, no list of real viruses. Skipped where
/// it isn't installed, except in CI, where that is a failure.
/// </summary>
public sealed class Clamd : IDisposable
{
    /// <summary>What our one signature finds.</summary>
    public const string Virus = "dit-is-het-proefvirus-van-pga-9f1c";

    /// <summary>The daemon refuses to look at more than this.</summary>
    public const int MaxBytes = 1024 * 1024;

    private const string Program = "/usr/sbin/clamd";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly string _folder = Directory.CreateTempSubdirectory("pga-clamd-").FullName;
    private readonly Process _daemon;

    private Clamd()
    {
        var socket = Path.Combine(_folder, "clamd.sock");
        var database = Directory.CreateDirectory(Path.Combine(_folder, "db")).FullName;
        File.WriteAllText(Path.Combine(database, "pga.ndb"), $"Pga.Proefvirus:0:*:{Convert.ToHexString(Encoding.ASCII.GetBytes(Virus))}\n");
        var settings = Path.Combine(_folder, "clamd.conf");
        File.WriteAllText(settings, $"""
            Foreground yes
            LocalSocket {socket}
            DatabaseDirectory {database}
            TemporaryDirectory {_folder}
            StreamMaxLength {MaxBytes}

            """);
        Address = $"unix:{socket}";
        _daemon = Process.Start(new ProcessStartInfo(Program, ["--config-file", settings]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _daemon.OutputDataReceived += (_, _) => { };
        _daemon.ErrorDataReceived += (_, _) => { };
        _daemon.BeginOutputReadLine();
        _daemon.BeginErrorReadLine();
        WaitUntilItListens(socket);
    }

    /// <summary>For the setting <c>Documents:ClamAv</c>.</summary>
    public string Address { get; }

    public static Clamd Start()
    {
        if (File.Exists(Program))
            return new Clamd();
        const string text = "This test needs ClamAV's daemon (Debian: apt-get install clamav-daemon).";
        if (Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail(text);
        Assert.Ignore(text);
        throw new InvalidOperationException(text);
    }

    public void Stop()
    {
        if (_daemon.HasExited)
            return;
        _daemon.Kill();
        _daemon.WaitForExit();
    }

    public void Dispose()
    {
        Stop();
        _daemon.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void WaitUntilItListens(string path)
    {
        var started = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                socket.Connect(new UnixDomainSocketEndPoint(path));
                return;
            }
            catch (SocketException) when (!_daemon.HasExited && started.Elapsed < Patience)
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
