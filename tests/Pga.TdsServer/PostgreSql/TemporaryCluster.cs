using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Pga.TdsServer.PostgreSql;

/// <summary>A PostgreSQL server of our own in a temporary folder, on loopback only, that forgets everything when it stops.</summary>
internal sealed class TemporaryCluster : IDisposable
{
    private readonly string _folder;
    private readonly string _programs;

    public TemporaryCluster()
    {
        _programs = Programs();
        _folder = Run("mktemp", "-d", "/tmp/pga-tds-XXXXXX").Trim();
        Run(Program("initdb"), "-D", Data, "-U", "postgres", "-A", "trust", "--encoding=UTF8", "--locale=C", "--no-sync");
        var port = FreePort();
        // Tables fill and empty with each test, so what it last counted in them is wrong: it took tables to be empty and walked
        // them for each row of another. Indexes first, and no time spent on compiling what it then takes for expensive.
        const string Planning = "-c enable_seqscan=off -c jit=off";
        Run(Program("pg_ctl"), "-D", Data, "-l", Path.Combine(_folder, "log"), "-w", "start", "-o",
            $"-p {port} -k {_folder} -c listen_addresses=127.0.0.1 -c max_connections=300 -c shared_buffers=256MB -c fsync=off -c synchronous_commit=off -c full_page_writes=off {Planning}");
        ConnectionString = $"Host=127.0.0.1;Port={port};Username=postgres";
    }

    public string ConnectionString { get; }

    private string Data => Path.Combine(_folder, "data");

    public void Dispose()
    {
        Run(Program("pg_ctl"), "-D", Data, "-m", "immediate", "-w", "stop");
        Run("rm", "-r", _folder);
    }

    private static string Programs()
    {
        const string Debian = "/usr/lib/postgresql";
        // Where only psql is installed, the folder is there as well.
        var newest = Directory.Exists(Debian) ? Directory.GetDirectories(Debian).Select(d => Path.Combine(d, "bin")).Where(d => File.Exists(Path.Combine(d, "initdb"))).Max() : null;
        return newest ?? throw new FileNotFoundException("PostgreSQL's server is not installed (Debian: apt-get install postgresql).");
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    private string Program(string name) => Path.Combine(_programs, name);

    /// <summary>PostgreSQL refuses to run as root: then it is done by the account that its package made.</summary>
    private static string Run(string program, params string[] arguments)
    {
        string[] whole = Environment.UserName == "root" ? ["runuser", "-u", "postgres", "--", program, .. arguments] : [program, .. arguments];
        using var process = Process.Start(new ProcessStartInfo(whole[0], whole[1..]) { RedirectStandardOutput = true, WorkingDirectory = "/tmp" })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}.\n{output}");
    }
}
