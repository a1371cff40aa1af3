using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Contacts;
using Pga.Web.Identity;
using Pga.Web.Ui;

namespace Pga.Web.Pages.Contacts;

/// <summary>Makes or closes the secret address at which another calendar program reads the agenda.</summary>
public sealed class FeedModel(IMediator mediator, FeedSecret secret) : PgaPage(mediator)
{
    [BindProperty]
    public Guid CommandId { get; set; }

    public FeedStatus Status { get; private set; } = null!;

    /// <summary>Only in the answer to making it.</summary>
    public string? Address { get; private set; }

    /// <summary>The form was sent again: the address has been shown already.</summary>
    public bool WasMadeBefore { get; private set; }

    public Task OnGetAsync() => Show();

    public async Task<IActionResult> OnPostAsync()
    {
        await Do(new MakeAgendaFeed(CommandId));
        Address = secret.Made is { } made ? AgendaFeedAddress.Of(made, HttpContext) : null;
        WasMadeBefore = Address is null;
        await Show();
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync()
    {
        await Do(new RevokeAgendaFeed(CommandId));
        Notice("Het adres is ingetrokken. Een agenda die het gebruikt, krijgt niets meer.");
        return Redirect("/agenda/koppelen");
    }

    private async Task Show()
    {
        Status = await Ask(new GetFeedStatus());
        CommandId = Guid.CreateVersion7();
    }
}
