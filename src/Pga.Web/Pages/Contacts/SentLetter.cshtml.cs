using MediatR;
using Microsoft.AspNetCore.Mvc;
using Pga.Application.Access;
using Pga.Application.Contacts;

namespace Pga.Web.Pages.Contacts;

/// <summary>A letter that was recorded: to print, or to download.</summary>
public sealed class SentLetterModel(IMediator mediator, Actor actor) : LetterPage(mediator, actor)
{
    [BindProperty(SupportsGet = true)]
    public Guid ContactId { get; set; }

    public async Task OnGetAsync()
    {
        await Load();
        await Compose(await Letter());
    }

    /// <summary>The same with the address on it, which isn't kept.</summary>
    public async Task OnPostAsync()
    {
        await Load();
        await Compose(await Letter());
    }

    public async Task<IActionResult> OnPostWordAsync()
    {
        await Load();
        return await Compose(await Letter()) is { } sheet ? Document(sheet) : Page();
    }

    private async Task<GetLetterSheet> Letter()
    {
        var sent = await Ask(new GetSentLetter(Id, ContactId));
        return new GetLetterSheet(Id, sent.Subject, sent.Text, Input.Address, sent.On);
    }
}
