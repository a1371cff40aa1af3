using System.Diagnostics;
using System.Net;
using System.Runtime.InteropServices;
using Pga.TdsServer.PostgreSql;
using Pga.TdsServer.Wire;

// dotnet run --project tests/Pga.TdsServer [-- COMMAND …]
// Speaks SQL Server's protocol and keeps what it is given in a temporary PostgreSQL. With a command it runs that with
// PGA_TEST_SQLSERVER set and ends with its exit code; without, it serves until it is stopped.
using var postgres = new TemporaryCluster();
var cluster = new Cluster(postgres.ConnectionString);
using var listener = new TdsListener(login => new Engine(cluster, cluster.Open(login.Database)));
listener.Start(new IPEndPoint(IPAddress.Loopback, 0));

// SqlClient checks no password here; it wants one.
var connectionString = $"Server=127.0.0.1,{listener.Port};User Id=sa;Password=geen;Encrypt=False;Initial Catalog=pga";
Console.WriteLine($"PGA_TEST_SQLSERVER=\"{connectionString}\"");
if (args.Length > 0)
{
    var start = new ProcessStartInfo(args[0], args[1..]) { Environment = { ["PGA_TEST_SQLSERVER"] = connectionString } };
    using var command = Process.Start(start)!;
    command.WaitForExit();
    return command.ExitCode;
}

using var stopped = new ManualResetEventSlim();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
stopped.Wait();
return 0;

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stopped.Set();
}
