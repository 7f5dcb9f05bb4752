// SPDX-License-Identifier: MIT
// The form of the chain: stages, their projects and the phases of these. A change of a value keeps the
// form; one of what there is builds it anew.
import { MOST, ascending, stageName } from './state.mjs';
import { by, element, accept, numberField, checkField, nameField, button } from './elements.mjs';
import { planChanged } from './forecast.mjs';
import { now } from './now.mjs';

const open = new WeakSet(); /* projects whose fields are shown */

function phaseFields(project, phase, index, place) {
    // An order that is wrong is mended at any of the three.
    const inOrder = () => {
        ascending(phase);
        made.map((one) => one.querySelector('input'))
            .filter((input) => input.validity.valid)
            .forEach(accept);
    };
    const made = [
        ['Low, years', 'low'],
        ['Likely, years', 'likely'],
        ['High, years', 'high'],
    ].map(([label, key]) => numberField(label, 'lead', phase, key, planChanged, inOrder));
    const name = nameField('Phase', phase, planChanged);
    name.querySelector('input').id = `${place}-phase-${index}`;
    name.querySelector('label').htmlFor = `${place}-phase-${index}`;
    const about = `${phase.name || 'phase'} of ${project.name}`;
    return element(
        'div',
        { class: 'phase', role: 'group', 'aria-label': about },
        element(
            'div',
            { class: 'fields' },
            name,
            ...made,
            button('Remove', about, () =>
                rebuild(() => project.phases.splice(index, 1), `${place}-add`),
            ),
        ),
    );
}

function inShort({ name, capacity, chance, phases }) {
    const years = phases.map((phase) => phase.likely).reduce((sum, likely) => sum + likely, 0);
    return (
        `${name || 'Project'}: ${capacity.toLocaleString('en')} t a year, ` +
        `${years === 0 ? 'no lead' : `likely ${Number(years.toFixed(2))} years`}, ${chance} %`
    );
}

function projectFields(stage, project, index, at) {
    const place = `project-${at}-${index}`;
    const title = element('summary', { id: place }, inShort(project));
    const changed = () => {
        title.textContent = inShort(project);
        planChanged();
    };
    const adder = button('Add a phase', `to ${project.name}`, () =>
        rebuild(
            () => project.phases.push({ name: 'phase', low: 1, likely: 2, high: 4 }),
            `${place}-phase-${project.phases.length}`,
        ),
    );
    adder.id = `${place}-add`;
    adder.hidden = project.phases.length >= MOST.phases;
    const whole = element(
        'details',
        { class: 'project' },
        title,
        element(
            'div',
            { class: 'fields' },
            nameField('Project', project, changed),
            checkField('An ally’s: counts in part', project, 'ally', planChanged),
        ),
        element(
            'div',
            { class: 'fields' },
            numberField('Capacity, t a year', 'capacity', project, 'capacity', changed),
            numberField('Start, years', 'start', project, 'start', changed),
            numberField('Ramp, years', 'ramp', project, 'ramp', changed),
            numberField('Success, %', 'chance', project, 'chance', changed),
        ),
        ...project.phases.map((phase, i) => phaseFields(project, phase, i, place)),
        element(
            'p',
            { class: 'buttons' },
            adder,
            button('Remove', project.name, () =>
                rebuild(() => stage.projects.splice(index, 1), `add-project-${at}`),
            ),
        ),
    );
    whole.open = open.has(project);
    whole.addEventListener('toggle', () => (whole.open ? open.add(project) : open.delete(project)));
    return whole;
}

function addProject(stage) {
    const project = {
        name: 'New project',
        ally: false,
        capacity: 1000,
        start: 0,
        ramp: 1.5,
        chance: 80,
        phases: [{ name: 'construction', low: 2, likely: 3, high: 5 }],
    };
    open.add(project);
    stage.projects.push(project);
}

function stageFields(stage, index) {
    const adder = button('Add a project', `to ${stage.name}`, () =>
        rebuild(() => addProject(stage), `project-${index}-${stage.projects.length}`),
    );
    adder.id = `add-project-${index}`;
    adder.hidden = stage.projects.length >= MOST.projects;
    const remover = button('Remove', `stage ${stage.name}`, () =>
        rebuild(() => now.state.stages.splice(index, 1), 'add-stage'),
    );
    remover.hidden = now.state.stages.length === 1;
    const title = element(
        'legend',
        { id: `stage-${index}`, tabindex: '-1' },
        stageName(stage, index),
    );
    return element(
        'fieldset',
        {},
        title,
        element(
            'div',
            { class: 'fields' },
            nameField('Stage', stage, () => {
                title.textContent = stageName(stage, index);
                planChanged();
            }),
            numberField('Need, t a year', 'need', stage, 'need', planChanged),
        ),
        ...stage.projects.map((project, i) => projectFields(stage, project, i, index)),
        element('p', { class: 'buttons' }, adder, remover),
    );
}

export function showChain() {
    const adder = button('Add a stage', 'to the chain', () =>
        rebuild(
            () => now.state.stages.push({ name: 'New stage', need: 800, projects: [] }),
            `stage-${now.state.stages.length}`,
        ),
    );
    adder.id = 'add-stage';
    adder.hidden = now.state.stages.length >= MOST.stages;
    by('chain').replaceChildren(...now.state.stages.map(stageFields), element('p', {}, adder));
}

/** Changes the form of the chain, and puts the focus where the work goes on. */
function rebuild(change, next) {
    change();
    showChain();
    by(next).focus();
    planChanged();
}
