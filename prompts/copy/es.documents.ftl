# Un contrato como documento para imprimir. $student es el nombre de un estudiante.
document-button = Como documento
# Lo que está sobre el archivo, sin formato
document-contract-student = Aquí tienes tu contrato como documento, para guardar o imprimir. Contiene todo lo que firmaron, también lo que te ayuda. Tú decides quién lo ve.
document-contract-teacher = Aquí está el contrato de { $student } como documento, para imprimir o guardar. También dice qué le ayuda, así que no es para la clase.
# En lugar del archivo
document-not-given = No pude darte el archivo. Puede que tu escuela todavía no me deje enviar archivos: un administrador puede cambiarlo. Para leer el contrato aquí, escribe /accord contract.
refusal-document-not-signed = Todavía no hay nada que imprimir. Será un documento cuando estén las dos firmas.

# Cómo se llama el archivo
document-contract-file = contrato-de-aprendizaje.pdf
# En la página
document-contract-heading = Contrato de aprendizaje de { $student }
document-student = *Estudiante:* { $name }
document-class = *Clase:* { $name }
document-agreed = *Con las dos firmas desde:* { DATETIME($date, dateStyle: "long") }
document-change-waits = Un cambio en este contrato espera una firma. No está en esta página.
document-rest = Todo lo demás
document-signatures = Firmas
document-who = Quién
document-signed = Firmado en Slack
document-by-hand = A mano
document-role-student = Estudiante
document-role-teacher = Docente
# $date es un día, $time una hora
document-on-paper = En papel. { $teacher } lo confirmó el { DATETIME($date, dateStyle: "long") }
document-to-sign = *Para firmar en papel.* Quien lo confirma compara la huella.
document-signed-at = { DATETIME($date, dateStyle: "long") }, { $time }
# $hash son 64 letras y cifras, $zone el nombre de una zona horaria
document-fingerprint = Huella de este texto: { $hash }. Con una letra distinta sería otra. Las horas son las de { $zone }.
# Al pie de cada página
document-foot = { $classroom } · versión { $number }
document-unshown = [?] está donde no puedo imprimir un signo. En Slack sí se ve.

# Hojas vacías, para quien da clase: planear un contrato en papel, y mirar atrás.
sheets-button = Imprimir
sheet-plan-given = Aquí tienes una hoja para planear un contrato en papel. Tiene las preguntas que hago yo. Imprime las que necesites.
sheet-reflection-given = Aquí tienes una hoja para mirar atrás en papel, al final de un contrato. Imprime las que necesites.
sheet-not-given = No pude darte esta hoja. Puede que tu escuela todavía no me deje enviar archivos: un administrador puede cambiarlo.
sheet-plan-file = hoja-para-planear.pdf
sheet-reflection-file = hoja-para-mirar-atras.pdf
# En las hojas, el estudiante escribe como “yo”.
sheet-plan-heading = Planeo mi contrato de aprendizaje
sheet-reflection-heading = Miro atrás: mi contrato
sheet-name = Nombre
sheet-class = Clase
sheet-date = Fecha
sheet-where-heading = Dónde estoy
sheet-hardest = ¿Qué es lo más difícil para mí ahora?
sheet-well = ¿Qué hago bien ya?
sheet-target-heading = Mi objetivo
sheet-statement = ¿Qué quiero poder hacer?
sheet-statement-hint = Una cosa que otros puedan ver y contar. Por ejemplo: empiezo 8 de 10 frases de una forma nueva.
sheet-counted = Lo que cuento
sheet-start = Inicio
sheet-goal = Meta
sheet-by-when = Hasta cuándo
sheet-now = Ahora
sheet-practice-heading = Cómo llego
sheet-how = ¿Cómo practico?
sheet-how-hint = Qué, cuándo y dónde. Por ejemplo: 20 minutos cada martes en la biblioteca.
sheet-obstacle = ¿Qué puede cruzarse?
sheet-fallback = ¿Qué hago entonces?
sheet-helps = ¿Qué me ayuda?
sheet-shows-heading = Cómo lo sabremos
sheet-criteria = Mis señales de éxito
sheet-criteria-hint = Al menos una está en mis palabras.
sheet-evidence = Qué es, en pocas palabras
sheet-check-ins-heading = Seguimientos
sheet-when = ¿Cuándo quiero que me pregunten cómo va?
sheet-when-hint = Por ejemplo: cada lunes después de clase.
sheet-reached-heading = Hasta dónde llegué
sheet-my-target = Mi objetivo
sheet-criteria-heading = Mis señales de éxito
sheet-criterion = Señal de éxito
sheet-work-heading = Mi trabajo
sheet-best-work = ¿Qué trabajo mío lo muestra mejor, y por qué?
sheet-learned-heading = Lo que aprendí sobre aprender
sheet-helped = ¿Qué me ayudó más?
sheet-in-the-way = ¿Qué se cruzó?
sheet-surprised = ¿Qué me sorprendió?
sheet-again = ¿Qué haría otra vez?
sheet-differently = ¿Qué cambiaría?
sheet-teacher-heading = Para mi docente
sheet-to-teacher = ¿Qué quiero que sepa mi docente?

# La carpeta de un estudiante: todos los contratos con sus líneas, lo que se mostró, lo escrito al final, comentarios. Un botón en Mi camino.
folder-button = Mi carpeta
# Un botón en la página de un estudiante, para quien le da clase
folder-button-teacher = Carpeta
folder-hint = La carpeta llega como archivo, para guardar o imprimir, a tus mensajes directos conmigo.
folder-given-student = Aquí tienes tu carpeta: tus contratos, tus números, lo que mostraste, lo que escribiste y los comentarios. Tú decides quién la ve.
folder-given-teacher = Aquí está la carpeta de { $student } en tus clases: contratos, números, trabajos, palabras y comentarios. Es para ustedes dos, no para la clase.
folder-not-given = No pude darte la carpeta. Puede que tu escuela todavía no me deje enviar archivos: un administrador puede cambiarlo. Para leerla aquí, escribe /accord journey.
refusal-folder-empty = Todavía no hay nada para una carpeta. Empieza con el primer contrato que tenga las dos firmas.
folder-file = carpeta-de-aprendizaje.pdf
folder-heading = Carpeta de aprendizaje de { $student }
folder-made = *Fecha:* { DATETIME($date, dateStyle: "long") }
folder-count = *Contratos:* { $count }
folder-teacher = *Docente:* { $name }
folder-pieces = Trabajos que se mostraron
folder-piece = *{ $name }*, { $date }
folder-piece-sign = *Señal de éxito:* { $text }
folder-piece-line = { $text }
folder-piece-gone = { $date }: un trabajo que ya no está aquí
folder-end = Al final
folder-feedback = Comentarios
folder-numbers = Números

# Lo que un docente puede imprimir: una línea por clase, y hojas vacías. Cada cosa llega como archivo en un mensaje directo.
documents-print-title = Imprimir
print-what = Elige lo que necesitas. Llega como archivo a tus mensajes directos.
print-contracts-button = Todos los contratos
print-overview-button = Resumen
print-empty = *Hojas vacías, para cualquier clase*
print-plan-button = Planear
print-reflection-button = Mirar atrás
print-ticket-button = Tarjetas de salida
print-support-button = Quién me ayuda
print-who = Los contratos también dicen qué ayuda a cada estudiante: ese archivo es para ti. El resumen no lo dice.
print-not-given = No pude darte el archivo. Puede que tu escuela todavía no me deje enviar archivos: un administrador puede cambiarlo.
refusal-class-not-signed = Ningún contrato de esta clase tiene todavía las dos firmas, así que no hay nada que imprimir.
refusal-class-nobody = Todavía no hay estudiantes en esta clase, así que el resumen estaría vacío.

class-contracts-given = { $count ->
    [one] Aquí está el único contrato firmado de { $classroom }. También dice qué ayuda al estudiante, así que no es para la clase.
   *[other] Aquí están los { $count } contratos firmados de { $classroom }. Cada uno empieza en una página nueva. También dicen qué ayuda a cada estudiante, así que no es para la clase.
  }
class-contracts-file = contratos-de-la-clase.pdf
class-contracts-heading = Contratos de { $classroom }

overview-given = Aquí está el resumen de { $classroom } para una reunión de docentes. No dice qué ayuda a un estudiante ni por qué alguien no estuvo.
overview-file = resumen-de-la-clase.pdf
overview-heading = Resumen de { $classroom }
overview-what = Los números son los que dieron los estudiantes. Lo que ayuda a cada uno, y por qué alguien no estuvo, no está en esta página.
overview-student = Estudiante
overview-targets = Objetivos
overview-state = Cómo está
overview-last = Último seguimiento
overview-next = Lo próximo
overview-none = –
# Debajo de “Cómo está”
overview-is-running = contrato en marcha
overview-is-none = todavía sin contrato
overview-is-finished = contrato terminado
overview-is-drafting = trabaja en un borrador
overview-is-proposed = propuesta que espera al docente
overview-is-questioned = el docente hizo una pregunta
overview-is-amended = cambios que esperan al estudiante
overview-is-reassessing = terminado, mirando atrás
overview-missed = { $count ->
    [one] un seguimiento sin respuesta
   *[other] { $count } seguimientos seguidos sin respuesta
  }
overview-behind = número por debajo de lo que podría ser
overview-check-in = Seguimiento el { DATETIME($date, dateStyle: "long") }
overview-ends = Termina el { DATETIME($date, dateStyle: "long") }

# Una tarjeta propia del estudiante, para tener a mano
card-button = Mi tarjeta
card-given-student = Aquí tienes tu tarjeta, para tener a mano: cómo practicas, tus señales de éxito y qué haces cuando algo se cruza.
card-given-teacher = Aquí está la tarjeta de { $student }: su práctica, sus señales de éxito y qué hace cuando algo se cruza.
card-not-given = No pude darte la tarjeta. Puede que tu escuela todavía no me deje enviar archivos: un administrador puede cambiarlo.
card-file = mi-tarjeta.pdf
card-heading = Tarjeta de { $student }
card-goal = De *{ $start }* a *{ $goal }* { $unit }, para el { DATETIME($date, dateStyle: "long") }
card-practise = *Practico así:* { $text }
card-if-then = *Si* { $obstacle } *entonces* { $fallback }
card-signs = *Me fijo en:*
card-sign = { $text }
card-week = Semana
card-practised = Veces que practiqué
card-number = Mi número
card-sign-seen = Una señal que vi

sheet-ticket-given = Aquí tienes tarjetas de salida, dos por página. Imprime las que necesites y recórtalas.
sheet-ticket-file = tarjetas-de-salida.pdf
sheet-ticket-heading = Tarjetas de salida
sheet-ticket-one = Antes de irme
sheet-ticket-learned = Una cosa que ya sé hacer
sheet-ticket-unclear = ¿Qué no me queda claro todavía?
sheet-ticket-sure = ¿Qué seguridad tengo?
sheet-ticket-next = ¿Qué hago ahora, y cuándo?
sheet-support-given = Aquí tienes una hoja en la que un estudiante escribe quién le ayuda con qué. Imprime las que necesites.
sheet-support-file = quien-me-ayuda.pdf
sheet-support-heading = Quién me ayuda con qué
sheet-support-target-heading = Mi objetivo
sheet-support-for = ¿Qué quiero saber hacer?
sheet-support-roles-heading = Quién hace qué
sheet-support-who = Quién
sheet-support-does = Qué hace
sheet-support-asked = Cuándo y cómo pido ayuda
sheet-support-me = Yo
sheet-support-classmate = Una persona de la clase
sheet-support-teacher = Mi docente
sheet-support-home = Alguien en casa
sheet-support-other = Otra persona
sheet-support-alone-heading = Antes de pedir ayuda
sheet-support-first = ¿Qué intento primero por mi cuenta?
sheet-support-signal = ¿Cómo muestro que necesito ayuda?
sheet-support-fades-heading = Cuando la necesito menos
sheet-support-less = ¿Qué haré por mi cuenta, y desde cuándo?
sheet-support-less-hint = Por ejemplo: desde la semana 4 reviso mis comienzos por mi cuenta.

# Una hoja para alguien de fuera, donde un contrato lo dice.
outside-button = Hoja para firmar
outside-given-student = Aquí tienes la hoja para alguien de fuera. La marca y la firma. Dásela a tu docente cuando vuelva.
outside-given-teacher = Aquí tienes la hoja para alguien de fuera que ve el trabajo de { $student }. Anota lo que ha vuelto cuando mires atrás.
outside-file = hoja-para-firmar.pdf
outside-heading = Lo que sabe hacer { $student }
outside-what = { $student } acordó esto en la escuela, y también preguntar a alguien de fuera. Haz una marca en cada línea, según lo que ves hoy. Deja vacío lo que no has visto.
outside-in-words = Con tus palabras
outside-saw = ¿Qué has visto?
outside-name = Nombre
outside-role = A qué te dedicas
outside-signature = Firma
outside-back = Devuelve esta página a quien te la dio. Lo que marcas y escribes queda con el contrato. Solo lo leen quien aprende y sus docentes.
refusal-outside-not-agreed = Este contrato no pregunta a nadie de fuera. Puedes proponerlo en «Quién lo valora al final».
