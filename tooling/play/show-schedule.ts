import { followSchedule, type ScheduledPayment, type ScheduleStep } from "./from-schedule.js";
import { writeLink } from "./link.js";
import { listPlayVendors, startPlayer } from "./load-vendors.js";

/** A schedule as a link to the vendor's page, and what of it cannot be shown there, in lines. */
export async function showSchedule(
  vendorId: string,
  payment: ScheduledPayment,
  schedule: readonly ScheduleStep[],
  start: number,
): Promise<string[]> {
  const vendor = (await listPlayVendors()).find(({ id }) => id === vendorId);
  if (vendor === undefined) return [];
  const player = await startPlayer(vendor, { start });
  const left = await followSchedule(vendor, player, payment, schedule);
  const link = writeLink({ vendor: vendor.id, start, steps: player.steps });
  return [
    `What one till does in it: docs/dist/en/${vendor.id}/try.html#${link}`,
    ...(left.length === 0 ? [] : [`Left out there: ${left.join("; ")}.`]),
  ];
}
