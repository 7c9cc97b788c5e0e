import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, body, bodyAs, ifMatch } from '@/lib/api/client';
import type { Answer, Asked, Query } from '@/lib/api/types';
import { useDeed } from '@/lib/api/useDeed';

export type ComplaintRow = Answer<'listComplaints'>['items'][number];
export type Complaint = Answer<'getComplaint'>;
export type ComplaintState = ComplaintRow['state'];
export type ComplaintStep = Complaint['next'][number];
export type Sender = Answer<'viewComplaintSender'>;

export const STATES = ['RECEIVED', 'VERIFIED', 'HANDLED', 'PASSED_ON', 'ANSWERED', 'REJECTED'] as const;

export const complaintsQuery = (query: Query<'listComplaints'>) =>
  queryOptions({
    queryKey: ['complaints', 'list', query],
    queryFn: () => body(api.GET('/api/v1/zone/complaints', { params: { query } })),
    placeholderData: keepPreviousData,
  });

export const complaintQuery = (id: string) =>
  queryOptions({
    queryKey: ['complaints', 'one', id],
    queryFn: () => bodyAs<Complaint>(api.GET('/api/v1/zone/complaints/{id}', { params: { path: { id } } })),
  });

/** Who sent it; every call is written down. */
export const viewSender = (id: string) =>
  bodyAs<Sender>(api.POST('/api/v1/zone/complaints/{id}/sender', { params: { path: { id } } }));

/** What is done with a complaint. */
export type ComplaintDeed =
  | { name: 'step'; body: Asked<'takeComplaintStep'> }
  | { name: 'finding'; body: Asked<'raiseComplaintFinding'> };

export function useComplaintDeed(complaint: Complaint) {
  const client = useQueryClient();
  const path = { id: complaint.complaint.id };
  return useDeed({
    mutationFn: (deed: ComplaintDeed) =>
      deed.name === 'step'
        ? bodyAs<Complaint>(
            api.POST('/api/v1/zone/complaints/{id}/steps', {
              params: { path, header: ifMatch(complaint.complaint.version) },
              body: deed.body,
            }),
          )
        : bodyAs<Complaint>(
            api.POST('/api/v1/zone/complaints/{id}/findings', { params: { path }, body: deed.body }),
          ),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['complaints'] }),
        client.invalidateQueries({ queryKey: ['rectification'] }),
      ]),
  });
}
