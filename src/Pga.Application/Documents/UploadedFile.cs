using System.Text.Json.Serialization;
using FluentValidation;
using Pga.Domain.Common;
using Pga.Domain.Documents;

namespace Pga.Application.Documents;

/// <summary>A file as it comes in: nothing of it is believed yet. Whoever sends the message opens and closes it.</summary>
/// <param name="Content">Can seek, and knows its length.</param>
public sealed record UploadedFile(string Name, [property: JsonIgnore] Stream Content);

/// <summary>Takes a file in: what is it, has it a virus, and only then is it stored.</summary>
public sealed class DocumentIntake(VirusScanner scanner, DocumentStore store)
{
    internal async Task<CheckedFile> Take(Guid versionId, UploadedFile file, CancellationToken ct)
    {
        var name = FileNames.Clean(file.Name);
        var type = await FileCheck.Check(name, file.Content, ct);
        var scan = await scanner.Scan(file.Content, ct);
        file.Content.Position = 0;
        var (size, sha256) = await store.Keep(versionId, file.Content, ct);
        return new CheckedFile(name, type.MediaType, size, sha256, scan);
    }

    /// <summary>Puts the file in a document; when that is refused, the file goes too.</summary>
    internal async Task<DocumentVersion> Add(Document document, UploadedFile file, Guid byId, DateTime nowUtc, CancellationToken ct)
    {
        var id = Guid.CreateVersion7();
        var taken = await Take(id, file, ct);
        try
        {
            return document.Add(id, taken, byId, nowUtc);
        }
        catch (RuleBroken)
        {
            store.Remove(id);
            throw;
        }
    }
}

internal static class UploadRules
{
    public static IRuleBuilderOptions<T, UploadedFile?> IsAFile<T>(this IRuleBuilderInitial<T, UploadedFile?> rule) => rule.Cascade(CascadeMode.Stop)
        .NotNull().WithErrorCode("document.no-file").WithMessage("Kies een bestand.")
        .Must(f => f!.Content.Length > 0).WithErrorCode("document.empty").WithMessage("Dit bestand is leeg (0 bytes). Kies een ander bestand.")
        .Must(f => f!.Content.Length <= FileTypes.MaxBytes).WithErrorCode("document.too-large")
        .WithMessage("Dit bestand is te groot. Een bestand mag hoogstens 20 MB zijn. Maak het kleiner, of verdeel het over meer documenten.");
}
