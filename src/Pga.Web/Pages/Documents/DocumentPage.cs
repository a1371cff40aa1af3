using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Pga.Application.Access;
using Pga.Application.Documents;
using Pga.Application.Pipeline;
using Pga.Application.Trajects;
using Pga.Domain.Documents;
using Pga.Web.Ui;
using Calendar = Pga.Domain.Common.Calendar;

namespace Pga.Web.Pages.Documents;

/// <summary>What the pages about documents share: whose dossier it is, and the form.</summary>
public abstract class DocumentPage(IMediator mediator, Actor actor) : PgaPage(mediator)
{
    private const int Kilo = 1024;

    // In the order of the screen: the error summary follows it.
    public sealed class Form
    {
        public Guid CommandId { get; set; }

        public Guid BaseVersion { get; set; }

        public string? Title { get; set; }

        public string? Kind { get; set; }

        public DateOnly? Date { get; set; }

        public string? Source { get; set; }

        public IFormFile? File { get; set; }

        public string? Reason { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public DossierIdentity Identity { get; private set; } = null!;

    public bool MayWrite => Identity.MayWrite && actor.Can(Permission.EditDocuments);

    public string Here => $"/dossiers/{Id}/documenten";

    public static IEnumerable<SelectListItem> Kinds => DocumentKinds.List.All.Select(k => new SelectListItem(k.Label, k.Key));

    public static IEnumerable<SelectListItem> Sources => DocumentSources.List.All.Select(s => new SelectListItem(s.Label, s.Key));

    /// <summary>PDF, 1,4 MB.</summary>
    public static string Describe(DocumentFileView file) => $"{FileTypes.LabelOf(file.MediaType)}, {Size(file.Size)}";

    public static string When(DateTime utc)
    {
        var local = Calendar.LocalTime(utc);
        return Dates.Moment(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
    }

    protected async Task LoadIdentity() => Identity = await Ask(new GetIdentity(Id));

    protected void RefuseReaders()
    {
        if (!MayWrite)
            throw new Forbidden("U mag dit dossier lezen, maar niet wijzigen.");
    }

    /// <summary>Sends a command with the chosen file in it. The file has to be chosen again after any error, so that is said.</summary>
    protected async Task<Guid?> DoWithFile(Func<UploadedFile?, ICommand> command)
    {
        await using var content = Input.File?.OpenReadStream();
        var done = await Do(command(content is null ? null : new UploadedFile(Input.File!.FileName, content)));
        if (done is null && content is not null && ModelState.GetFieldValidationState("Input.File") is not ModelValidationState.Invalid)
            ModelState.AddModelError("Input.File", "Kies het bestand opnieuw. Een browser onthoudt dat niet.");
        return done;
    }

    private static string Size(long bytes) => bytes >= Kilo * Kilo
        ? $"{(bytes / (decimal)(Kilo * Kilo)).ToString("0.#", CultureInfo.GetCultureInfo("nl-NL"))} MB"
        : $"{Math.Max(1, bytes / Kilo)} kB";
}
