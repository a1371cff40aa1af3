using Microsoft.AspNetCore.Mvc.Rendering;
using Pga.Application.Clients;
using Pga.Domain.Trajects;

namespace Pga.Web.Ui;

/// <summary>Colleagues to choose from.</summary>
public static class WorkerOptions
{
    /// <summary>Everybody, each once.</summary>
    public static IEnumerable<SelectListItem> All(TeamWorkers team) => Of(team.Experts.Concat(team.Rios).Concat(team.Process));

    /// <summary>Who can have this role.</summary>
    public static IEnumerable<SelectListItem> For(TeamWorkers team, string? role) => Of(role switch
    {
        AssignmentRoles.Rio => team.Rios,
        AssignmentRoles.Case => team.Experts,
        _ => team.Process,
    });

    private static IEnumerable<SelectListItem> Of(IEnumerable<TeamWorker> workers) =>
        workers.DistinctBy(w => w.Id).OrderBy(w => w.Name, StringComparer.CurrentCulture).Select(w => new SelectListItem(w.Name, w.Id.ToString()));
}
