using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Access;
using Pga.Application.Documents;
using Pga.Application.Pipeline;
using Pga.Web.Hosting;

namespace Pga.Web.Pages.Documents;

/// <summary>One document with its versions; a newer file, and withdrawing it.</summary>
[UploadForm]
public sealed class DocumentModel(IMediator mediator, Actor actor) : DocumentPage(mediator, actor)
{
    /// <summary>What <c>stap</c> in the address can be.</summary>
    public const string Withdrawing = "intrekken";

    [BindProperty(SupportsGet = true)]
    public Guid DocumentId { get; set; }

    [BindProperty(SupportsGet = true, Name = "stap")]
    public string? Asking { get; set; }

    public DocumentView Document { get; private set; } = null!;

    public string This => $"{Here}/{DocumentId}";

    public bool MayChange => MayWrite && Document.Withdrawal is null;

    public bool AsksToWithdraw => MayChange && Asking == Withdrawing;

    public async Task OnGetAsync()
    {
        await Load();
        Input.CommandId = Guid.CreateVersion7();
        Input.BaseVersion = Document.Version;
    }

    public async Task<IActionResult> OnPostVersionAsync() =>
        await Answer(await DoWithFile(file => new AddDocumentVersion(Input.CommandId, Id, DocumentId, Input.BaseVersion, file)), "De nieuwe versie is toegevoegd.");

    public async Task<IActionResult> OnPostWithdrawAsync() =>
        await Answer(await Do(new WithdrawDocument(Input.CommandId, Id, DocumentId, Input.BaseVersion, Input.Reason)), "Het document is ingetrokken.");

    private async Task<IActionResult> Answer(Guid? done, string notice)
    {
        if (done is not null)
        {
            Notice(notice);
            return Redirect(This);
        }

        await Load();
        // Sending again goes on top of what is shown now.
        if (Conflict is not null)
            Input.BaseVersion = Document.Version;
        return Page();
    }

    private async Task Load()
    {
        await LoadIdentity();
        Document = await Ask(new GetDocument(Id, DocumentId));
    }
}
