using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging;
using Pga.Domain.Common;
using Pga.Domain.Documents;

namespace Pga.Application.Documents;

/// <summary>
/// Asks ClamAV's daemon whether a file has a virus, over its own protocol (INSTREAM). Without a daemon in the settings files
/// go unscanned, and their row says so; a daemon that doesn't answer, or not in time, stops the upload.
/// </summary>
public sealed class VirusScanner(DocumentSettings settings, ILogger<VirusScanner> log)
{
    private const int ChunkSize = 64 * 1024;
    private const int LengthSize = 4;
    private const int MaxReply = 4 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public bool IsOn => settings.ClamAv is not null;

    /// <summary>One of <see cref="ScanResults"/>; throws a broken rule for what may not be stored.</summary>
    public async Task<string> Scan(Stream content, CancellationToken ct)
    {
        if (settings.ClamAv is null)
            return ScanResults.NotScanned;
        var reply = await Ask(content, ct);
        if (reply.EndsWith(" OK", StringComparison.Ordinal))
            return ScanResults.Clean;
        if (reply.EndsWith(" FOUND", StringComparison.Ordinal))
        {
            log.LogWarning("An upload was refused: {Reply}", reply);
            throw new RuleBroken("document.virus", "File", "In dit bestand zit een virus. Het is niet opgeslagen. Meld dit bij uw ICT-afdeling en open het bestand niet.");
        }

        log.LogError("An upload was refused: clamd answered ‘{Reply}’", reply);
        throw new RuleBroken("document.scan-unavailable", "File", "De viruscontrole werkt nu niet. Het bestand is niet opgeslagen. Probeer het straks opnieuw.");
    }

    private async Task<string> Ask(Stream content, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            using var socket = settings.ClamAv is UnixDomainSocketEndPoint
                ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
                : new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(settings.ClamAv!, patience.Token);
            await using var stream = new NetworkStream(socket);
            await Send(content, stream, patience.Token);
            return await Reply(stream, patience.Token);
        }
        catch (Exception e) when (e is SocketException or IOException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return e.GetType().Name;
        }
    }

    // Each chunk goes with its length before it; one of length 0 ends the file.
    private static async Task Send(Stream content, NetworkStream clamd, CancellationToken ct)
    {
        await clamd.WriteAsync("zINSTREAM\0"u8.ToArray(), ct);
        var chunk = new byte[LengthSize + ChunkSize];
        int read;
        do
        {
            read = await content.ReadAsync(chunk.AsMemory(LengthSize), ct);
            BinaryPrimitives.WriteInt32BigEndian(chunk, read);
            await clamd.WriteAsync(chunk.AsMemory(0, LengthSize + read), ct);
        }
        while (read > 0);
    }

    private static async Task<string> Reply(NetworkStream clamd, CancellationToken ct)
    {
        var reply = new byte[MaxReply];
        var read = await clamd.ReadAtLeastAsync(reply, reply.Length, throwOnEndOfStream: false, ct);
        return Encoding.UTF8.GetString(reply, 0, read).TrimEnd('\0', '\n');
    }
}
