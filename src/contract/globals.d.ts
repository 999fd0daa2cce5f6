// The few globals that Node and the page both have; the contract may use no others.
declare function atob(data: string): string
declare function btoa(data: string): string
