using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pga.Application.Pipeline;

namespace Pga.Web.Ui;

/// <summary>
/// A page that sends messages. A refusal it can't show itself (404, 403) becomes the page for that; errors in what was
/// filled in come back beside the fields, with everything typed still there.
/// </summary>
public abstract class PgaPage(IMediator mediator) : PageModel
{
    /// <summary>The two versions, when somebody else was first.</summary>
    public Conflict? Conflict { get; private set; }

    /// <summary>Asks. Not found and forbidden go up to the middleware.</summary>
    protected Task<T> Ask<T>(IRequest<T> query) => mediator.Send(query, HttpContext.RequestAborted);

    /// <summary>
    /// Sends a command. Null when it was refused for what was filled in: then show the page again, the errors are in
    /// <see cref="PageModel.ModelState"/> under <paramref name="form"/>, or the conflict in <see cref="Conflict"/>.
    /// </summary>
    protected async Task<Guid?> Do(ICommand command, string form = "Input")
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return null;
        }

        try
        {
            return await mediator.Send(command, HttpContext.RequestAborted);
        }
        catch (Invalid invalid)
        {
            foreach (var error in invalid.Errors)
                ModelState.AddModelError(error.Field.Length == 0 ? "" : $"{form}.{error.Field}", error.Text);
        }
        catch (Conflict conflict)
        {
            Conflict = conflict;
            ModelState.AddModelError("", conflict.Text);
        }

        Response.StatusCode = Conflict is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict;
        return null;
    }

    /// <summary>A notice on the next page. Without names: it travels in a cookie.</summary>
    protected void Notice(string text) => TempData["Melding"] = text;
}
