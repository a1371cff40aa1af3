using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Pga.Application.Access;
using Pga.Application.Pipeline;
using Pga.Application.Rapportage;
using Pga.Domain.Clients;
using Pga.Domain.Outflow;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;
using Pga.Testing;

namespace Pga.Web.Tests.Rapportage;

/// <summary>Base of tests of the pages with figures: cases to count, editions made of them, a manager who reads them.</summary>
internal abstract class ReportPageTest : WebTest
{
    private readonly StaffMember _manager = A.Staff(StaffRoles.Manager, team: null, name: "Mirjam Proef");

    protected async Task<Visitor> SignIn(string role)
    {
        var staff = A.Staff(role);
        await Pga.Given(staff);
        return await Pga.SignIn(staff);
    }

    /// <summary>Trajects that started in February 2025 and go on.</summary>
    protected Task Start(int count, string wijk) => Given(count, wijk, Programmes.LocalPga, new DateOnly(2025, 2, 3), null, "");

    /// <summary>Trajects that ended on a day, with the end confirmed.</summary>
    protected Task End(int count, string reason, DateOnly on, string programme = Programmes.LocalPga) =>
        Given(count, "overvecht", programme, on.AddMonths(-8), on, reason);

    protected Task MakeDraft(int year) => Send(new MakeDraft(Guid.CreateVersion7(), year));

    protected async Task Confirm(int year) =>
        await Send(new ConfirmEdition(Guid.CreateVersion7(), year, (await Ask(new GetEdition(year))).Version));

    protected Task<T> Ask<T>(IQuery<T> query) => AsManager(mediator => mediator.Send(query));

    protected Task<Guid> Send(ICommand command) => AsManager(mediator => mediator.Send(command));

    private async Task<T> AsManager<T>(Func<IMediator, Task<T>> act)
    {
        await using var scope = Pga.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().BecomeStaff(_manager, "test");
        return await act(scope.ServiceProvider.GetRequiredService<IMediator>());
    }

    private Task Given(int count, string wijk, string programme, DateOnly start, DateOnly? end, string reason)
    {
        Client[] clients = [.. Enumerable.Range(0, count).Select(_ => A.Client(wijk: wijk))];
        Traject[] trajects = [.. clients.Select(c => A.Traject(c, programme: programme, startedOn: start))];
        foreach (var traject in end is null ? [] : trajects)
        {
            var at = end!.Value.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc);
            traject.ProposeOutflow(end.Value, reason, null, Guid.CreateVersion7(), at, new OutflowFacts(end.Value, []));
            traject.ConfirmOutflow(Guid.CreateVersion7(), at);
        }

        return Pga.Given([.. clients, .. trajects]);
    }
}
